import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands';
import { type CommandLine, readCommandLine } from './options';
import { UsageError } from './usage-error';
import { readPlace } from './serve-settings';

function read(...args: string[]): CommandLine {
  const line = readCommandLine(args);
  if (typeof line === 'string') {
    throw new Error(line);
  }
  return line;
}
const place = (args: string[], env: NodeJS.ProcessEnv = {}) => readPlace(read(...args), env);

describe('the command line', () => {
  it('is that of serve when no command is named', () => {
    expect(read('--port', '0').command).toBe('serve');
    expect(read('serve', '--port', '0').one('port')).toBe('0');
    expect(read('backup', 'rooms.db', '--data', '/d')).toMatchObject({ command: 'backup', file: 'rooms.db' });
  });

  it('has defaults, the last value of an option, and lists', () => {
    const line = read(
      '--host',
      '::1',
      '--host',
      '::',
      '--gateway',
      '10.0.0.0/8, ::1',
      '--gateway',
      '10.1.1.1',
      '--port',
      '0',
      '--auth',
      'proxy'
    );
    expect(line.one('store')).toBe('sqlite');
    expect(line.one('default-role')).toBe('editor');
    expect(line.one('url')).toBe(undefined);
    expect(line.one('host')).toBe('::');
    expect(line.many('gateway')).toEqual(['10.0.0.0/8', '::1', '10.1.1.1']);
    expect(line.many('allow-origin')).toEqual([]);
  });

  it.each(Object.entries(COMMANDS))('tells how %s is used', (name, { options }) => {
    const help = readCommandLine([name, '--help']);
    expect(help).toMatch(new RegExp(`^Usage: weft ${name} `));
    options.forEach(option => expect(help).toContain(`--${option.name} `));
  });

  it.each([
    [['--wrong'], /Unknown option '--wrong'/],
    [['--port'], /'--port <value>' argument missing/],
    [['more'], /^usage: weft serve \[options\]/],
    [['backup'], /^usage: weft backup FILE/],
    [['restore', 'a', 'b'], /^usage: weft restore FILE/],
    [['--store', 'files'], /^--store is one of sqlite, postgres, not files\.$/],
    [['--auth', 'none'], /^--auth is one of embedded, token, proxy, jupyterhub, not none\.$/],
    [
      ['--auth', 'embedded', '--default-role', 'none'],
      /^--default-role does nothing with --auth embedded: it is /
    ],
    [['--trusted-proxies', '::1'], /nothing without --auth: it is for --auth token, proxy or jupyterhub\.$/],
    [['--allow-origin', 'https://lab.example'], /^--allow-origin does nothing without --auth: /],
    [['--auth', 'token', '--gateway', '::1'], /with --auth token: it is for --auth proxy\.$/],
    [['--auth', 'token', '--identity-header', 'x-user'], /^--identity-header does nothing with --auth token/],
    [['--socket', 's', '--host', '::1'], /^--host does nothing without --port or --metrics-port\.$/],
    [
      ['--database-url', 'postgres://x'],
      /^--database-url does nothing with --store sqlite: it is for --store p/
    ],
    [['backup', 'f', '--store', 'postgres', '--data', 'd'], /^--data does nothing with --store postgres: /],
    [['token', '--role', 'admin'], /^--role is one of viewer, commenter, editor, owner, not admin\.$/]
  ])('is refused in one sentence: %j', (args, message) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
    expect(() => readCommandLine(args)).toThrow(message);
  });
});

describe('the place of a hub', () => {
  it('is a socket or a port, below a base', () => {
    expect(place(['--socket', '/run/s', '--base', '/user/ada/weft'])).toEqual({
      address: { socket: '/run/s' },
      base: '/user/ada/weft/'
    });
    expect(place(['--port', '0'])).toEqual({ address: { port: 0, host: '127.0.0.1' }, base: '/weft/' });
  });

  it('takes its base from its address, and figures to a port of their own', () => {
    const args = ['--port', '1', '--host', '0.0.0.0', '--auth', 'token', '--metrics-port', '2'];
    expect(place([...args, '--url', 'https://hub.example/team/weft'])).toEqual({
      address: { port: 1, host: '0.0.0.0' },
      base: '/team/weft/',
      url: 'https://hub.example/team/weft/',
      operation: { port: 2, host: '0.0.0.0' }
    });
  });

  it('is told by JupyterHub, for its service alone', () => {
    const env = {
      JUPYTERHUB_SERVICE_URL: 'http://127.0.0.1:10101',
      JUPYTERHUB_SERVICE_PREFIX: '/services/weft/'
    };
    expect(place(['--auth', 'jupyterhub'], env)).toEqual({
      address: { port: 10101, host: '127.0.0.1' },
      base: '/services/weft/'
    });
    expect(() => place([], env)).toThrow(UsageError);
  });

  it.each([
    [['--port', '1', '--socket', 's'], /^usage: weft serve \(--port N \| --socket PATH\)/],
    [['--port', '70000'], /^--port is a number up to 65535, not 70000\.$/],
    [['--port', 'x'], /not x\.$/],
    [['--port', '1', '--metrics-port', '-'], /^--metrics-port is a number/],
    [['--port', '1', '--host', '0.0.0.0'], /needs to know its users/],
    [['--port', '1', '--host', '::', '--auth', 'embedded'], /needs to know its users/],
    [['--port', '1', '--url', 'hub.example'], /^--url must be an address/],
    [['--port', '1', '--url', 'https://ada:secret@hub.example/'], /and name no user\.$/]
  ])('is refused in one sentence: %j', (args, message) => {
    expect(() => place(args)).toThrow(UsageError);
    expect(() => place(args)).toThrow(message);
  });
});
