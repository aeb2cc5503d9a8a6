// Starts what the measurements of our own need: hubs, and a PostgreSQL of their own.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';

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

/** The newest PostgreSQL of this machine; undefined where there is none. */
function programs() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join('/usr/lib/postgresql', newest, 'bin');
}

/** A database server with nobody's data; undefined where PostgreSQL is not installed. It refuses to run as root. */
export async function startPostgres(folder) {
  const bin = programs();
  if (!bin) {
    return undefined;
  }
  const data = mkdtempSync(join(folder, 'postgres-'));
  const id = name => Number(spawnSync('id', [name, 'postgres'], { encoding: 'utf8' }).stdout);
  const as = process.getuid() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
  if (as.uid) {
    chownSync(data, as.uid, as.gid);
    spawnSync('chmod', ['a+rx', folder]);
  }
  const made = spawnSync(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'weft'], {
    ...as,
    encoding: 'utf8'
  });
  if (made.status !== 0) {
    throw new Error(`PostgreSQL cannot be set up: ${made.stderr}`);
  }
  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', data];
  const server = spawn(join(bin, 'postgres'), args, { ...as, stdio: 'ignore' });
  const ended = new Promise(resolve => server.once('exit', resolve));
  await listens(port);
  return {
    url: `postgres://weft@127.0.0.1:${port}/postgres`,
    stop() {
      server.kill('SIGINT');
      return ended;
    }
  };
}
