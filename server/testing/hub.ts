import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { embeddedAccess } from '../access';
import { type Hub, type HubOptions, startHub } from '../hub';
import { type Limits, LIMITS } from '../limits';
import { SqliteStore } from '../stores';

export const SECRET = 'the secret of this start';

/** Headers as jupyter-server-proxy sends them for a user. */
export const headersOf = (username: string, secret = SECRET) => ({
  'x-weft-proxy': secret,
  'x-weft-user': Buffer.from(JSON.stringify({ username })).toString('base64url')
});

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weft-hub-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A hub of the test's own on a free port, and the events it logged. */
export async function testHub(
  options: Partial<HubOptions> = {},
  limits: Partial<Limits> = {}
): Promise<Hub & { url: string; events: string[] }> {
  const events: string[] = [];
  const hub = await startHub({
    address: { port: 0 },
    base: '/weft/',
    store: options.store ?? new SqliteStore(temporaryFolder()),
    access: embeddedAccess(SECRET),
    log: event => events.push(event),
    limits: { ...LIMITS, ...limits },
    ...options
  });
  onTestFinished(async () => void (await hub.close()));
  return { ...hub, url: `127.0.0.1:${hub.port}/weft/`, events };
}
