import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SqliteStore } from './stores';
import { bundleHub, spawnHub } from './testing/bundle';
import { headersOf, SECRET, temporaryFolder } from './testing/hub';
import { edit, RawClient, updateFrame } from './testing/raw-client';
import { stockClient, untilSynced } from './testing/stock-client';
import { until } from './testing/until';

const KILLS = 8;
let folder: string;
let bundle: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'weft-bundle-'));
  bundle = await bundleHub(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The count in an ack, a varUint: the high bit of the first byte says that a second follows. */
const countOf = (frame: Uint8Array) => (frame[1] < 128 ? frame[1] : frame[1] - 128 + frame[2] * 128);
const lastAck = (client: RawClient) =>
  client.frames.filter(([type]) => type === 65).reduce((most, frame) => Math.max(most, countOf(frame)), 0);

it(`loses nothing that it acknowledged when it is killed, ${KILLS} times`, { timeout: 180_000 }, async () => {
  const data = temporaryFolder();
  const promised = new Set<string>();
  for (let round = 0; round < KILLS; round++) {
    const hub = await spawnHub(bundle, data);
    const fresh = stockClient(hub.url, 'doc1', 'reader');
    await untilSynced(fresh);
    const kept = new Set(fresh.doc.getMap('nodes').keys());
    expect([...promised].filter(key => !kept.has(key))).toEqual([]);
    fresh.destroy();
    const writer = await RawClient.open(`${hub.url}rooms/doc1`, { protocols: ['weft.v1'] });
    const enough = 20 + round * 37;
    const keys: string[] = [];
    while (lastAck(writer) < enough) {
      keys.push(`${round}-${keys.length}`);
      writer.send(updateFrame(edit(keys[keys.length - 1])));
      await new Promise(resolve => setImmediate(resolve));
    }
    hub.process.kill('SIGKILL');
    expect(await hub.ended).toBe('SIGKILL');
    keys.slice(0, lastAck(writer)).forEach(key => promised.add(key));
  }
  expect(promised.size).toBeGreaterThan(KILLS * 20);
});

it('stores all it took before it ends on a signal, with exit status 0', async () => {
  const data = temporaryFolder();
  const hub = await spawnHub(bundle, data);
  const ada = stockClient(hub.url, 'doc1', 'ada');
  const bob = stockClient(hub.url, 'doc1', 'bob');
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  ada.doc.getMap('nodes').set('last', 1);
  await until(() => bob.doc.getMap('nodes').has('last'), 'the hub passed the edit on');
  hub.process.kill('SIGTERM');
  expect(await hub.ended).toBe(0);
  const store = new SqliteStore(data);
  const doc = new Y.Doc();
  (await store.open('doc1', 'ada')).updates.forEach(update => Y.applyUpdate(doc, update));
  expect(doc.getMap('nodes').has('last')).toBe(true);
  await store.close();
});

it('says why it cannot store, and how much, when the disk is full, and ends with another status', async () => {
  // Files of the hub cannot grow beyond 4 MB; without the signal it is an error of the write alone.
  const full = ['bash', '-c', 'trap "" XFSZ; ulimit -f 4096; exec "$@"', 'bash'];
  const hub = await spawnHub(bundle, temporaryFolder(), ['--port', '0'], full);
  const writer = await RawClient.open(`${hub.url}rooms/doc1`, { protocols: ['weft.v1'] });
  writer.send(updateFrame(edit('fits')));
  await writer.take(65);
  writer.send(updateFrame(edit('large', 'x'.repeat(6_000_000))));
  await until(() => hub.log().includes('storage fails'), 'the hub notices');
  writer.send(updateFrame(edit('small')));
  hub.process.kill('SIGTERM');
  expect(await hub.ended).toBe(1);
  const lines = hub.log().trim().split('\n');
  const said = lines.map(line => JSON.parse(line) as Record<string, string>);
  const failures = said.filter(({ level }) => level !== 'info');
  expect(failures).toMatchObject([
    {
      level: 'error',
      event: 'storage fails',
      room: 'doc1',
      reason: expect.stringMatching(/StoreError: The storage in .+ failed: .+\./)
    },
    {
      level: 'error',
      event: 'room not stored',
      reason: expect.stringMatching(/does not answer: The storage in .+ failed/)
    },
    {
      level: 'fatal',
      event: 'hub failed',
      reason: expect.stringMatching(/^[12] updates could not be stored/)
    }
  ]);
});

it('ends when the process that started it is killed', async () => {
  const hub = await spawnHub(
    bundle,
    temporaryFolder(),
    ['--port', '0'],
    ['sh', '-c', 'WEFT_PARENT_PID=$$ "$@" & wait', 'sh']
  );
  const client = await RawClient.open(`${hub.url}rooms/doc1`);
  hub.process.kill('SIGKILL');
  expect((await client.untilClosed()).code).toBe(1012);
  await until(() => hub.log().includes('parent gone'), 'the hub says why');
});

it('signs for another hub though its own storage is in use', async () => {
  const data = temporaryFolder();
  await spawnHub(bundle, data);
  const second = await spawnHub(bundle, data, ['--port', '0'], [], {
    WEFT_PROXY_SECRET: SECRET,
    WEFT_PARENT_PID: String(process.pid),
    WEFT_HUB_URL: 'https://hub.example/weft/',
    WEFT_HUB_KEY: `one:${'k'.repeat(32)}`
  });
  const answer = await fetch(`http://${second.url}token?room=doc1`, { headers: headersOf('ada') });
  expect(answer.status).toBe(200);
  expect(second.log()).not.toContain('no backups'); // it has no rooms to back up
});

it('does not even begin when the process that started it was killed meanwhile', () => {
  const data = join(temporaryFolder(), 'data');
  const { status, stderr } = spawnSync(process.execPath, [bundle, '--port', '0', '--data', data], {
    env: { ...process.env, WEFT_PROXY_SECRET: SECRET, WEFT_PARENT_PID: String(process.ppid) },
    encoding: 'utf8',
    timeout: 20_000
  });
  expect(status).toBe(0);
  expect(stderr).toContain('parent gone');
  expect(existsSync(data)).toBe(false);
});

it.each([
  [['--port', '0'], {}, 2, /needs --data DIR/],
  [['--data', '.'], {}, 2, /usage: weft serve/],
  [['draw'], {}, 2, /usage: weft serve/],
  [['--socket', 'x', '--data', '.'], { WEFT_PROXY_SECRET: '' }, 2, /needs the variable WEFT_PROXY_SECRET/],
  [
    ['--port', '0', '--data', '.'],
    { WEFT_HUB_KEY: 'one:two' },
    2,
    /that WEFT_HUB_URL names, which is not set/
  ],
  [['--port', '0', '--data', '/dev/null/x'], {}, 1, /cannot be used as storage/],
  [['--port', '0', '--data', '/proc/nope'], {}, 1, /cannot be used as storage/]
])('says in one line what is wrong with %j', (args, env, status, message) => {
  const result = spawnSync(process.execPath, [bundle, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000
  });
  expect(result.status).toBe(status);
  expect(result.stderr).toMatch(message);
  expect(result.stderr.trim().split('\n')).toHaveLength(1);
});

it.each([
  ['backup', 'new.db', 1, /^weft: There is no store in .*data; name the folder/],
  ['restore', 'none.db', 1, /none\.db cannot be read as a backup/],
  ['restore', 'text.db', 1, /text\.db cannot be read as a backup/]
])('makes no store when there is nothing to %s: %s', (command, file, status, message) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'text.db'), 'no backup');
  const result = spawnSync(process.execPath, [bundle, command, file, '--data', 'data'], {
    cwd: folder,
    encoding: 'utf8'
  });
  expect(result.status).toBe(status);
  expect(result.stderr).toMatch(message);
  expect(readdirSync(folder)).toEqual(['text.db']);
});

it('logs no secret', async () => {
  const hub = await spawnHub(bundle);
  await fetch(`http://${hub.url}healthz`, { headers: { 'x-weft-proxy': 'guess' } });
  const client = await RawClient.open(`${hub.url}rooms/doc1`);
  client.send(new Uint8Array([99]));
  await client.untilClosed();
  hub.process.kill('SIGTERM');
  await hub.ended;
  expect(hub.log()).toContain('client refused');
  expect(hub.log()).not.toContain('the secret of this start');
});
