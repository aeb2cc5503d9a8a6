import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import { SECRET, temporaryFolder } from './hub';
import { until } from './until';

/** Bundles the hub as it is shipped, or another program of `server/`; returns the path. */
export async function bundleHub(folder: string, entry = 'main.ts'): Promise<string> {
  const outfile = join(folder, 'hub.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '..', entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'], // as tools/build-node.mjs has it, and the name in the banner too
    banner: {
      js: "import{createRequire as makeRequire}from'node:module';const require=makeRequire(import.meta.url);"
    },
    logLevel: 'error'
  });
  return outfile;
}

/** A hub in a process of its own. */
export interface HubProcess {
  process: ChildProcess;
  url: string;
  /** What it wrote to standard error. */
  log: () => string;
  /** Exit status, or the signal that ended it. */
  ended: Promise<number | string>;
}

/** Starts a bundled hub on a free port, as a child of `command` if one is given, by Jupyter's proxy unless `env` says more. */
export async function spawnHub(
  bundle: string,
  data = temporaryFolder(),
  args = ['--port', '0'],
  command: readonly string[] = [],
  env: NodeJS.ProcessEnv = { WEFT_PROXY_SECRET: SECRET }
): Promise<HubProcess> {
  const [program, ...rest] = [...command, process.execPath, bundle, ...args, '--data', data];
  const child = spawn(program, rest, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe']
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let log = '';
  child.stderr?.on('data', (text: Buffer) => (log += text));
  const ended = new Promise<number | string>(resolve =>
    child.on('exit', (status, signal) => resolve(status ?? signal ?? ''))
  );
  await until(() => log.includes('hub started'), `the hub starts: ${log}`);
  return {
    process: child,
    url: `127.0.0.1:${/"port":(\d+)/.exec(log)?.[1]}/weft/`,
    log: () => log,
    ended
  };
}
