import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

const ROOT = path.resolve(__dirname, '..');
/** Shared by the hub and the Jupyter servers that sign for their users. */
const KEY = `test:${'0123456789abcdef'.repeat(4)}`;
const PATIENCE = 60_000;

/** A process that answers HTTP, started for a test. */
abstract class Server {
  constructor(
    readonly port: number,
    readonly folder: string
  ) {}

  abstract get url(): string;
  protected abstract spawn(): ChildProcess;
  /** Address that answers when the server is up, whatever the status. */
  protected abstract get sign(): string;

  async start(): Promise<this> {
    this.process = this.spawn();
    const end = Date.now() + PATIENCE;
    for (;;) {
      const answers = await fetch(this.sign).then(
        () => true,
        () => false
      );
      if (answers) {
        return this;
      }
      if (Date.now() > end || this.process.exitCode !== null) {
        throw new Error(`no answer from ${this.sign}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async stop(): Promise<void> {
    const { process } = this;
    if (process && process.exitCode === null) {
      const ended = new Promise(resolve => process.once('exit', resolve));
      process.kill('SIGTERM');
      await ended;
    }
  }

  private process: ChildProcess | undefined;
}

/** One hub for several Jupyter servers: it asks for tokens. */
export class HubServer extends Server {
  constructor(
    port: number,
    folder: string,
    private readonly origins: readonly string[]
  ) {
    super(port, folder);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/weft/`;
  }

  /** Loses its rooms; it must have been stopped. */
  forget(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  protected get sign(): string {
    return `${this.url}healthz`;
  }

  protected spawn(): ChildProcess {
    const hub = path.join(ROOT, 'jupyterlab_weft', 'node', 'hub.mjs');
    const args = ['--port', String(this.port), '--url', this.url, '--data', this.folder, '--auth', 'token'];
    const origins = this.origins.flatMap(origin => ['--allow-origin', origin]);
    return spawn(process.execPath, [hub, 'serve', ...args, ...origins], {
      env: { ...process.env, WEFT_HUB_KEYS: KEY },
      stdio: log(this.folder)
    });
  }
}

/** A Jupyter server with its own files; its hub is the one at `hub`, or its own. */
export class JupyterServer extends Server {
  constructor(
    port: number,
    folder: string,
    private readonly hub?: string
  ) {
    super(port, folder);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where its files lie. */
  get files(): string {
    return path.join(this.folder, 'files');
  }

  text(name: string): string {
    return readFileSync(path.join(this.files, name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.files, name), text);
  }

  protected get sign(): string {
    return `${this.url}/api`;
  }

  protected spawn(): ChildProcess {
    const config = path.join(this.folder, 'config');
    mkdirSync(path.join(config, 'labconfig'), { recursive: true });
    mkdirSync(this.files, { recursive: true });
    const settings = { disabledExtensions: { '@jupyterlab/apputils-extension:announcements': true } };
    writeFileSync(path.join(config, 'labconfig', 'page_config.json'), JSON.stringify(settings));
    copyFileSync(path.join(__dirname, 'jupyter_server_team_config.py'), path.join(config, 'team.py'));
    return spawn('jupyter', ['lab', '--config', path.join(config, 'team.py')], {
      env: {
        ...process.env,
        WEFT_TEST_PORT: String(this.port),
        JUPYTERLAB_GALATA_ROOT_DIR: this.files,
        JUPYTER_CONFIG_DIR: config,
        JUPYTER_DATA_DIR: path.join(this.folder, 'data'),
        JUPYTER_RUNTIME_DIR: path.join(this.folder, 'runtime'),
        ...(this.hub && { WEFT_HUB_URL: this.hub, WEFT_HUB_KEY: KEY })
      },
      stdio: log(this.folder)
    });
  }
}

/** A folder that is gone after the tests. */
export function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `weft-${name}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A port that nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** What a process says goes to a file where it is asked for. */
function log(folder: string): 'ignore' | ['ignore', 'inherit', 'inherit'] {
  return process.env.WEFT_TEST_LOG && folder ? ['ignore', 'inherit', 'inherit'] : 'ignore';
}
