import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Log } from '../log';
import type { Store } from '../stores';

/** Systems cut longer paths of sockets. */
const LONGEST_PATH = 100;
const NOBODY_THERE = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EACCES', 'ENOTDIR'];

const socketIn = (folder: string) => join(folder, 'backup');

/**
 * Lets `weft backup` have a copy of a store that this process alone may open: a socket in its folder takes the path of
 * the file to write, and answers `ok` or one sentence. Only the user of the hub can open the socket.
 * @returns how to stop
 */
export function serveBackups(folder: string, store: Store, log: Log): () => void {
  const path = socketIn(folder);
  if (path.length > LONGEST_PATH || process.platform === 'win32') {
    log('no backups while the hub runs', { reason: 'a socket cannot be made in the folder of its data' });
    return () => undefined;
  }
  const server = createServer({ allowHalfOpen: true }, socket => void answer(socket, store));
  server.on('error', error => log('no backups while the hub runs', { reason: error.message }));
  rmSync(path, { force: true }); // left behind by a crash
  server.listen(path);
  return () => void close(server);
}

function close(server: Server): void {
  server.close();
}

async function answer(socket: Socket, store: Store): Promise<void> {
  socket.on('error', () => undefined);
  try {
    await store.backup(await read(socket));
    socket.end('ok');
  } catch (error) {
    socket.end(error instanceof Error ? error.message : String(error));
  }
}

async function read(socket: Socket): Promise<string> {
  let text = '';
  for await (const part of socket.iterator({ destroyOnReturn: false })) {
    text += String(part);
  }
  return text;
}

/**
 * Asks the hub that has the data of a folder to write a backup.
 * @param file absolute path
 * @returns false when no hub runs there
 * @throws Error with the sentence of the hub when it cannot
 */
export async function askForBackup(folder: string, file: string): Promise<boolean> {
  const socket = connect({ path: socketIn(folder), allowHalfOpen: true });
  try {
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  } catch (error) {
    if (NOBODY_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) {
      return false;
    }
    throw error;
  }
  socket.end(file);
  const said = await read(socket);
  if (said !== 'ok') {
    throw new Error(said || 'The hub ended before the backup was written.');
  }
  return true;
}
