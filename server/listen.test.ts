import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listen } from './listen';
import { temporaryFolder } from './testing/hub';

function server(): Server {
  const made = createServer(socket => socket.destroy());
  onTestFinished(() => void made.close());
  return made;
}

/** A socket as a process leaves it behind that was killed. */
function leave(path: string): void {
  const program =
    "require('net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";
  spawnSync(process.execPath, ['-e', program, path]);
}

it('replaces a socket that a crash left behind, and takes its own away at the end', async () => {
  const socket = join(temporaryFolder(), 's');
  leave(socket);
  expect(existsSync(socket)).toBe(true);
  const listening = server();
  await listen(listening, { socket });
  await new Promise(resolve => listening.close(resolve));
  expect(existsSync(socket)).toBe(false);
});

it('touches no file that is no socket', async () => {
  const socket = join(temporaryFolder(), 'notes.txt');
  writeFileSync(socket, 'something dear');
  await expect(listen(server(), { socket })).rejects.toThrow(/notes\.txt is there already and is no socket/);
  expect(readFileSync(socket, 'utf8')).toBe('something dear');
});

it('leaves a socket to the one that listens there', async () => {
  const socket = join(temporaryFolder(), 's');
  await listen(server(), { socket });
  const late = server();
  await expect(listen(late, { socket })).rejects.toThrow(/^Another process listens at /);
  late.close();
  expect(existsSync(socket)).toBe(true);
  await expect(listen(server(), { socket })).rejects.toThrow(/^Another process listens at /);
});

it('says when a path is too long for a socket', async () => {
  const socket = join(temporaryFolder(), 'x'.repeat(100));
  await expect(listen(server(), { socket })).rejects.toThrow(/^A socket's path has up to 103 bytes, and /);
});

it('says where nobody can listen, and why', async () => {
  const socket = join(temporaryFolder(), 'none', 's');
  await expect(listen(server(), { socket })).rejects.toThrow(
    /^Nobody can listen at .+none\/s \(listen E.+\); /
  );
  const first = server();
  await listen(first, { port: 0 });
  const { port } = first.address() as AddressInfo;
  await expect(listen(server(), { port })).rejects.toThrow(
    `Nobody can listen at port ${port} of 127.0.0.1 (listen EADDRINUSE`
  );
});
