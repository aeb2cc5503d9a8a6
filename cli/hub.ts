import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UserError } from './failure';

/** Commands that the hub's own bundle carries out, as the help shows them. It reads their options itself. */
export const HUB_COMMANDS: Readonly<Record<string, string>> = {
  serve: 'run a hub, where a team edits pipelines together',
  backup: 'copy all rooms of a hub into a file, also while it runs',
  restore: 'fill the empty store of a hub from a backup',
  token: 'sign a token of a room, for scripts and tests'
};

/** What the hub's storage is part of; the commands of this bundle do with an older one. */
const LEAST_NODE = 24;

/** Hands over to the hub's bundle, which lies beside this one and ends the process itself. */
export async function hubCommand(name: string, args: readonly string[]): Promise<void> {
  const bundle = new URL('hub.mjs', import.meta.url);
  if (!existsSync(bundle)) {
    throw new UserError(`${fileURLToPath(bundle)} is not built; npm run build:node builds it.`);
  }
  if (Number.parseInt(process.versions.node) < LEAST_NODE) {
    throw new UserError(
      `weft ${name} needs Node ${LEAST_NODE} or newer, and this is ${process.version}; ` +
        'the weft that pip installs (in a checkout .venv/bin/weft) brings its own.'
    );
  }
  process.argv = [process.execPath, fileURLToPath(bundle), name, ...args];
  process.removeAllListeners('uncaughtException');
  await import(bundle.href);
}
