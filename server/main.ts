import { embeddedAccess, localAccess } from './access';
import { startHub } from './hub';
import { logToStandardError as log } from './log';
import { readOptions, UsageError } from './options';
import { watchParent } from './parent-watch';
import { SqliteStore } from './stores';

const FAILED = 1;
const WRONG_USE = 2;

async function main(): Promise<void> {
  process.umask(0o077); // neither the socket nor the storage is for other users of this machine
  const { address, base, data } = readOptions(process.argv.slice(2));
  const secret = process.env.WEFT_PROXY_SECRET;
  if (!secret && 'socket' in address) {
    throw new UsageError(
      'A hub on a socket needs the variable WEFT_PROXY_SECRET; use --port for development.'
    );
  }
  const access = secret ? embeddedAccess(secret) : localAccess();
  const store = new SqliteStore(data);
  await store.check();
  const hub = await startHub({ address, base, access, log, store });
  log('hub started', 'socket' in address ? { socket: address.socket } : { port: hub.port });

  let ending: Promise<void> | undefined;
  const end = (reason: string) => {
    log('hub ending', { reason });
    ending ??= hub.close().then(() => process.exit(0), fail);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  watchParent(() => end('parent gone'));
}

function fail(error: unknown): void {
  log('hub failed', { reason: error instanceof Error ? error.message : String(error) });
  process.exit(error instanceof UsageError ? WRONG_USE : FAILED);
}

process.on('uncaughtException', fail);
main().catch(fail);
