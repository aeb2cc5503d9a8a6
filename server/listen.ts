import { once } from 'node:events';
import { lstatSync, rmSync } from 'node:fs';
import { connect, type Server } from 'node:net';

/** Where a hub listens: a unix socket, or a port (0: any that is free) of this machine alone or of a host's address. */
export type Address = { socket: string } | { port: number; host?: string };

/** The longest path of a socket that every system takes whole, in bytes. */
export const LONGEST_SOCKET = 103;

/**
 * Has a server listen. A socket that a crash left behind is replaced; nothing else that is there is touched.
 * @throws Error when the address cannot be listened at
 */
export async function listen(server: Server, address: Address): Promise<void> {
  if ('socket' in address) {
    await clear(address.socket);
  }
  const where =
    'socket' in address
      ? { path: address.socket }
      : { port: address.port, host: address.host ?? '127.0.0.1' };
  server.listen(where);
  try {
    await once(server, 'listening');
  } catch (error) {
    const name = 'path' in where ? where.path : `port ${where.port} of ${where.host}`;
    throw new Error(`Nobody can listen at ${name} (${(error as Error).message}); name another one.`);
  }
}

async function clear(path: string): Promise<void> {
  const length = Buffer.byteLength(path);
  if (length > LONGEST_SOCKET) {
    throw new Error(`A socket's path has up to ${LONGEST_SOCKET} bytes, and ${path} has ${length}.`);
  }
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !found.isSocket()) {
    throw new Error(`${path} is there already and is no socket; name another path.`);
  }
  if (found && (await isHeard(path))) {
    throw new Error(`Another process listens at ${path}; end it or name another path.`);
  }
  rmSync(path, { force: true });
}

/** Whether somebody listens at a socket; not knowing is taken for yes. */
function isHeard(path: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT')
    );
  });
}
