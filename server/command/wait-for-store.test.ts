import { existsSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { embeddedAccess } from '../access';
import { SqliteStore } from '../stores';
import { headersOf, SECRET, temporaryFolder } from '../testing/hub';
import { until } from '../testing/until';
import { waitForStore } from './wait-for-store';

/** Status and text of an answer. */
function ask(socketPath: string, path: string, headers = {}): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path, headers }, async answer => {
      resolve([answer.statusCode, (await answer.setEncoding('utf8').toArray()).join('')]);
    });
    asked.on('error', reject).end();
  });
}

/** A store in a folder whose hub has it open, and what waits for it. */
async function taken() {
  const folder = temporaryFolder();
  const [first, second] = [new SqliteStore(folder), new SqliteStore(folder, 0)];
  await first.check();
  onTestFinished(() => second.close());
  const events: string[] = [];
  const socket = join(temporaryFolder(), 's');
  let orphan = false;
  const result = waitForStore(second, {
    access: embeddedAccess(SECRET),
    address: { socket },
    log: event => events.push(event),
    isOrphan: () => orphan,
    period: 20
  });
  await until(() => events.length > 0, 'somebody is told');
  return { first, socket, events, result, leave: () => (orphan = true) };
}

it('says why a storage cannot be used until it can', async () => {
  const { first, socket, events, result } = await taken();
  expect(await ask(socket, '/')).toEqual([204, '']);
  const [status, text] = await ask(socket, '/weft/hub', headersOf('ada'));
  expect(status).toBe(409);
  expect((JSON.parse(text) as { error: string }).error).toMatch(/is in use by another hub/);
  expect(await ask(socket, '/weft/hub')).toEqual([403, '{"error":"Forbidden."}']);
  await first.close();
  expect(await result).toBe(true);
  expect(events).toEqual(['hub waits for its storage']);
  expect(existsSync(socket)).toBe(false);
});

it('waits no longer than the process that started it is there', async () => {
  const { first, result, leave } = await taken();
  leave();
  expect(await result).toBe(false);
  await first.close();
});
