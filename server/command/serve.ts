import { startHub } from '../hub';
import { type Limits, LIMITS, readLimits } from '../limits';
import type { Log } from '../log';
import { keepNewObjectsFew } from '../memory';
import { serveBackups } from './backup-socket';
import { openAccess, otherHub } from './open-access';
import { dataFolder, openStore } from './open-store';
import type { CommandLine } from './options';
import { UsageError } from './usage-error';
import { isOrphan, watchParent } from './parent-watch';
import { readPlace } from './serve-settings';
import { waitForStore } from './wait-for-store';

const PARENT_GONE = 'parent gone';

/**
 * Runs the hub until a signal ends it, or until the Jupyter server that started it is gone.
 * @throws UsageError, or Error when updates could not be stored
 */
export async function serve(line: CommandLine, env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  const orphaned = () => isOrphan(env);
  if (orphaned()) {
    log('hub ending', { reason: PARENT_GONE });
    return;
  }
  keepNewObjectsFew();
  const { url, ...place } = readPlace(line, env);
  const access = await openAccess(line, url, env);
  const other = await otherHub(env);
  const store = openStore(line, env);
  if (!env.WEFT_PARENT_PID) {
    await store.check();
  } else if (!other && !(await waitForStore(store, { ...place, access, log, isOrphan: orphaned }))) {
    log('hub ending', { reason: PARENT_GONE }); // beside another hub it signs for that one, and keeps no rooms
    return;
  }
  const limits = limitsFrom(env.WEFT_HUB_LIMITS);
  const hub = await startHub({ ...place, access, log, store, limits, ...(other && { otherHub: other }) });
  const hasFolder = !other && line.one('store') === 'sqlite';
  const stopBackups = hasFolder ? await serveBackups(dataFolder(line), store, log) : () => undefined;
  log(
    'hub started',
    'socket' in place.address
      ? { socket: place.address.socket }
      : { port: hub.port, operationPort: hub.operationPort }
  );
  await ended(env, log);
  stopBackups();
  const lost = await hub.close();
  if (lost > 0) {
    throw new Error(`${lost} updates could not be stored; only the clients that made them have them.`);
  }
}

function limitsFrom(text: string | undefined): Limits {
  try {
    return text ? readLimits(text) : LIMITS;
  } catch (error) {
    throw new UsageError(`WEFT_HUB_LIMITS: ${(error as Error).message}`);
  }
}

function ended(env: NodeJS.ProcessEnv, log: Log): Promise<void> {
  return new Promise(resolve => {
    const end = (reason: string) => {
      log('hub ending', { reason });
      resolve();
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
    watchParent(env, () => end(PARENT_GONE));
  });
}
