// Starts the hubs that the measurements of our own need.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';

const PATIENCE = 20_000;

/** A port that nothing listens at. */
export function freePort() {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function listens(port) {
  const deadline = Date.now() + PATIENCE;
  const attempt = () =>
    new Promise(resolve => {
      const socket = connect(port, '127.0.0.1', () => (socket.destroy(), resolve(true)));
      socket.on('error', () => resolve(false));
    });
  while (!(await attempt())) {
    if (Date.now() > deadline) {
      throw new Error(`Nothing listens at port ${port}.`);
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** Starts a hub that serves at a port. */
export async function startHub(hub, port, args, env = {}) {
  const child = spawn(process.execPath, [hub, '--port', String(port), ...args], {
    env: { ...process.env, ...env },
    stdio: 'ignore'
  });
  const ended = new Promise(resolve => child.once('exit', resolve));
  await listens(port);
  return {
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    }
  };
}
