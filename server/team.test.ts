import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { bundleHub, type HubProcess, spawnHub } from './testing/bundle';
import { temporaryFolder } from './testing/hub';
import { until } from './testing/until';

const KEYS = 'one:a-secret-of-at-least-thirty-two-bytes,two:another-secret-of-thirty-two-bytes-or-more';
const [ONE, TWO] = KEYS.split(',');
const URL = 'https://hub.example/weft/';
let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weft-team-'));
  bundle = await bundleHub(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command of the bundle to its end. */
function run(
  args: string[],
  env: NodeJS.ProcessEnv = {}
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8'
  });
  return { status, out: stdout, err: stderr };
}

const tokenOf = (user: string, more: string[] = [], key = ONE) =>
  run(['token', '--room', 'doc1', '--user', user, '--url', URL, ...more], { WEFT_HUB_KEY: key }).out.trim();

const teamHub = (data = temporaryFolder()) => {
  const args = ['serve', '--port', '0', '--metrics-port', '0', '--url', URL, '--auth', 'token'];
  return spawnHub(bundle, data, [...args, '--default-role', 'none'], [], { WEFT_HUB_KEYS: KEYS });
};

/** How the hub ends a connection that a token opened, or the first number of its first frame. */
function outcome({ url }: HubProcess, token: string, room = 'doc1'): Promise<string> {
  const socket = new WebSocket(`ws://${url}rooms/${room}`, ['weft.v1', `weft.v1.token.${token}`]);
  return new Promise(resolve => {
    let first: number | undefined;
    socket.on('message', (frame: Buffer) => {
      first ??= frame[0];
      if (first === 64) {
        expect(socket.protocol).toBe('weft.v1');
        socket.terminate();
        resolve('hello');
      }
    });
    socket.on('close', code => resolve(`closed ${code}`));
    socket.on('error', error => resolve(error.message));
  });
}

describe('a hub for a team', () => {
  it('opens rooms to bearers of its tokens, whichever of its keys signed them', async () => {
    const hub = await teamHub();
    expect(await outcome(hub, tokenOf('ada'))).toBe('hello');
    expect(await outcome(hub, tokenOf('ada', [], TWO))).toBe('hello');
    expect(await outcome(hub, tokenOf('ada', [], `one:${TWO.slice(4)}`))).toBe('closed 4401');
    expect(await outcome(hub, 'guess')).toBe('closed 4401');
    expect(await outcome(hub, tokenOf('ada'), 'doc2')).toBe('closed 4403');
    expect(await outcome(hub, tokenOf('bob'))).toBe('closed 4403');
    expect(await outcome(hub, tokenOf('bob', ['--role', 'viewer']))).toBe('hello');
  });

  it('tells probes and Prometheus on a port of their own how it is', async () => {
    const hub = await teamHub();
    const port = /"operationPort":(\d+)/.exec(hub.log())?.[1];
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
    expect(JSON.parse(await get('healthz'))).toMatchObject({ status: 'ok' });
    expect(JSON.parse(await get('readyz'))).toEqual({ status: 'ready' });
    expect(await get('metrics')).toMatch(/^weft_hub_connections 0$/m);
    expect((await fetch(`http://127.0.0.1:${port}/weft/hub`)).status).toBe(404);
    expect((await fetch(`http://${hub.url}metrics`)).status).toBe(401);
    expect((await fetch(`http://${hub.url}readyz`)).status).toBe(200);
  });

  it('is copied while it runs, and filled again elsewhere', async () => {
    const data = temporaryFolder();
    const hub = await teamHub(data);
    expect(await outcome(hub, tokenOf('ada'))).toBe('hello');
    const file = join(temporaryFolder(), 'rooms.backup');
    expect(run(['backup', file, '--data', data])).toEqual({ status: 0, out: '', err: '' });
    expect(run(['backup', file, '--data', data])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^weft: .*\.\n$/)
    });
    hub.process.kill('SIGTERM');
    expect(await hub.ended).toBe(0);
    const second = temporaryFolder();
    expect(run(['restore', file, '--data', second])).toEqual({ status: 0, out: '', err: '' });
    expect(run(['restore', file, '--data', second])).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^weft: .*\.\n$/)
    });
    const restored = await teamHub(second);
    const token = tokenOf('ada', ['--role', 'owner']);
    const answer = await fetch(`http://${restored.url}rooms/doc1/shares`, {
      headers: { authorization: `Bearer ${token}` }
    });
    expect(await answer.json()).toEqual({ users: [{ username: 'ada', role: 'owner' }], others: 'none' });
    const copy = join(temporaryFolder(), 'again.backup');
    restored.process.kill('SIGTERM');
    await restored.ended;
    expect(run(['backup', copy, '--data', second]).status).toBe(0);
  });

  it('writes no secret, whatever is tried', async () => {
    const hub = await teamHub();
    const tokens = [tokenOf('ada'), tokenOf('eve', ['--role', 'viewer']), `${tokenOf('bob')}x`];
    for (const token of tokens) {
      await outcome(hub, token);
      await outcome(hub, token, '..%2fdoc1');
      const headers = { authorization: `Bearer ${token}`, cookie: `weft-session=${token}` };
      for (const path of [
        'hub',
        `hub?token=${token}`,
        'rooms/doc1/shares',
        `rooms/${token}`,
        'rooms/doc1/versions/x'
      ]) {
        await fetch(`http://${hub.url}${path}`, { headers });
      }
      await fetch(`http://${hub.url}rooms/doc1/shares`, { method: 'PUT', headers, body: token });
    }
    hub.process.kill('SIGTERM');
    await hub.ended;
    await until(() => hub.log().includes('hub ending'), 'the hub says that it ends');
    const secrets = [
      ...KEYS.split(',').map(key => key.slice(4)),
      ...tokens.map(token => token.split('.')[2])
    ];
    secrets.forEach(secret => expect(hub.log()).not.toContain(secret));
  });
});

it('never prints the address of a database', () => {
  const address = 'postgres://weft:the-password@127.0.0.1:1/weft';
  const result = run(['serve', '--port', '0', '--store', 'postgres'], { WEFT_DATABASE_URL: address });
  expect(result.status).toBe(1);
  expect(result.out + result.err).not.toContain('the-password');
  expect(result.err).not.toBe('');
});

it.each<[string[], NodeJS.ProcessEnv, RegExp]>([
  [['--auth', 'token'], {}, /needs the variable WEFT_HUB_KEYS/],
  [['--auth', 'token'], { WEFT_HUB_KEYS: KEYS }, /needs --url/],
  [['--auth', 'token', '--url', URL], { WEFT_HUB_KEYS: 'one:short' }, /shorter than 32 bytes/],
  [['--auth', 'proxy'], {}, /needs --gateway CIDR or the variable WEFT_GATEWAY_SECRET/],
  [['--auth', 'proxy'], { WEFT_GATEWAY_SECRET: 'a'.repeat(31) }, /^weft: WEFT_GATEWAY_SECRET must be 32 to /],
  [
    ['--auth', 'proxy'],
    { WEFT_GATEWAY_SECRET: `${'a'.repeat(40)}\n` },
    /^weft: WEFT_GATEWAY_SECRET must be /
  ],
  [['--auth', 'proxy', '--gateway', '::1', '--identity-header', 'bad header'], {}, /, not bad header\.$/m],
  [['--auth', 'proxy', '--gateway', 'here'], {}, /here is no address/],
  [['--auth', 'jupyterhub'], {}, /needs the variable JUPYTERHUB_API_URL|JUPYTERHUB_\w+/],
  [['--auth', 'embedded'], {}, /needs the variable WEFT_PROXY_SECRET/],
  [['--host', '0.0.0.0'], {}, /needs to know its users/],
  [['--auth', 'proxy', '--gateway', '::1', '--allow-origin', 'lab.example'], {}, /is an origin such as/],
  [[], { WEFT_HUB_URL: 'hub.example' }, /^weft: WEFT_HUB_URL must be an address/],
  [[], { WEFT_HUB_URL: URL, WEFT_HUB_KEY: KEYS }, /must be the one key that signs/],
  [['--store', 'postgres'], {}, /needs the variable WEFT_DATABASE_URL/],
  [
    ['--store', 'postgres', '--database-url', 'postgres://one'],
    { WEFT_DATABASE_URL: 'postgres://two' },
    /^weft: --database-url and the variable WEFT_DATABASE_URL differ/
  ]
])('says in one sentence what is missing for %j', (args, env, message) => {
  const data = args.includes('--store') ? [] : ['--data', temporaryFolder()];
  const { status, out, err } = run(['serve', '--port', '0', ...data, ...args], env);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toMatch(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});
