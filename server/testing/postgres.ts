import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Where Debian and its relatives put the programs of version 15; another folder is named by the variable. */
const PROGRAMS = process.env.WEFT_TEST_POSTGRES ?? '/usr/lib/postgresql/15/bin';

export const PASSWORD = 'p@ss/word:of the tests';

/** Why no server can be started here, if so. */
export const noPostgres = existsSync(join(PROGRAMS, 'initdb'))
  ? ''
  : `PostgreSQL is not in ${PROGRAMS}: name the folder of its programs by WEFT_TEST_POSTGRES`;

/** A PostgreSQL server of a test's own. */
export class PostgresServer {
  private process: ChildProcess | null = null;
  private databases = 0;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly fsync: 'on' | 'off'
  ) {}

  /** Makes an empty server in a temporary folder, and starts it; a crash of the server alone loses nothing unsynced. */
  static async start(fsync: 'on' | 'off' = 'off'): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'weft-postgres-'));
    const secret = join(folder, 'password');
    writeFileSync(secret, PASSWORD);
    chmodSync(folder, 0o700);
    [folder, secret].forEach(path => chownSync(path, ...owner()));
    const server = new PostgresServer(folder, await freePort(), fsync);
    server.run('initdb', [
      ...['--pgdata', server.data],
      ...['--username', 'weft', '--pwfile', secret, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', 'C'],
      ...(fsync === 'off' ? ['--no-sync'] : [])
    ]);
    await server.resume();
    return server;
  }

  /** Address of a database. */
  url(name = 'postgres', password = PASSWORD): string {
    return `postgres://weft:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${name}`;
  }

  /** Makes an empty database; returns its address. */
  async database(): Promise<string> {
    const name = `test${this.databases++}`;
    await this.sql(`CREATE DATABASE ${name}`);
    return this.url(name);
  }

  /** Runs a statement as the owner of everything. */
  async sql(statement: string, url = this.url()): Promise<Record<string, unknown>[]> {
    const client = new Client(url);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it as a crash would. */
  async crash(): Promise<void> {
    const { process } = this;
    this.process = null;
    if (process) {
      const ended = new Promise(resolve => process.once('exit', resolve));
      globalThis.process.kill(this.postmaster, 'SIGQUIT');
      await ended;
    }
  }

  /** Starts it again. */
  async resume(): Promise<void> {
    const [program, args] = this.command('postgres', [
      ...['-D', this.data, '-p', String(this.port), '-k', this.folder],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
      ...['-c', `fsync=${this.fsync}`]
    ]);
    this.process = spawn(program, args, { stdio: 'ignore', cwd: this.folder });
    for (;;) {
      try {
        await this.sql('SELECT');
        return;
      } catch (error) {
        if (this.process.exitCode !== null) {
          throw error;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    }
  }

  /** Ends it for good. */
  async remove(): Promise<void> {
    await this.crash();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  private get postmaster(): number {
    return Number(readFileSync(join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private run(program: string, args: string[]): void {
    const [command, all] = this.command(program, args);
    execFileSync(command, all, { stdio: ['ignore', 'ignore', 'pipe'], cwd: this.folder });
  }

  /** PostgreSQL refuses to run as root: then the user that its package makes runs it. */
  private command(program: string, args: string[]): [string, string[]] {
    const path = join(PROGRAMS, program);
    const as = ['--reuid=postgres', '--regid=postgres', '--clear-groups', path];
    return isRoot() ? ['setpriv', [...as, ...args]] : [path, args];
  }
}

function owner(): [user: number, group: number] {
  const id = (flag: string) => Number(execFileSync('id', [flag, ...(isRoot() ? ['postgres'] : [])]));
  return [id('-u'), id('-g')];
}

const isRoot = () => process.getuid?.() === 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
