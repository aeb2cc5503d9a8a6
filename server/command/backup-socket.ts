import { mkdtempSync, rmdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listen, LONGEST_SOCKET } from '../listen';
import type { Log } from '../log';
import type { Store } from '../stores';

const NAME = 'backup';
const NOBODY_THERE = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'EACCES', 'ENOTDIR', 'EROFS'];

/**
 * Lets `weft backup` have a copy of a store that this process alone may open: a socket in its folder takes the path of
 * the file to write, and answers `ok` or one sentence. Only the user of the hub can open the socket.
 * @returns how to stop
 */
export async function serveBackups(folder: string, store: Store, log: Log): Promise<() => void> {
  const server = createServer({ allowHalfOpen: true }, socket => void answer(socket, store));
  try {
    await withSocket(folder, socket => listen(server, { socket }));
  } catch (error) {
    log('no backups while the hub runs', { reason: (error as Error).message });
    return () => undefined;
  }
  server.on('error', error => log('no backups while the hub runs', { reason: error.message }));
  return () => {
    server.close();
    rmSync(join(folder, NAME), { force: true });
  };
}

/** Has something done with the socket of a folder, by a path that is short enough for a socket. */
async function withSocket<T>(folder: string, work: (path: string) => Promise<T>): Promise<T> {
  const path = resolve(folder, NAME);
  if (Buffer.byteLength(path) <= LONGEST_SOCKET) {
    return work(path);
  }
  const own = mkdtempSync(join(tmpdir(), 'weft-'));
  const link = join(own, 'f');
  symlinkSync(resolve(folder), link);
  try {
    return await work(join(link, NAME));
  } finally {
    unlinkSync(link);
    rmdirSync(own);
  }
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
  let socket: Socket;
  try {
    socket = await withSocket(folder, connected);
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

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}
