import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleHub, spawnHub } from '../testing/bundle';
import { SECRET, temporaryFolder } from '../testing/hub';
import { until } from '../testing/until';
import { Writer } from '../testing/writer';

const EDITS = 200;
const ROOM = 'doc1';

let programs: string;
let bundle: string;
/** The data of a hub that was killed after it acknowledged edits one by one; made by the first test. */
let killed: string;

beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'weft-damage-'));
  bundle = await bundleHub(programs);
  killed = join(programs, 'killed');
}, 60_000);
afterAll(() => rmSync(programs, { recursive: true, force: true }));

/** A copy of the data that may be damaged. */
function data(): { folder: string; file: string; log: string } {
  const folder = temporaryFolder();
  cpSync(killed, folder, { recursive: true, filter: path => !path.endsWith('/backup') }); // that one is a socket
  return { folder, file: join(folder, 'hub.sqlite'), log: join(folder, 'hub.sqlite-wal') };
}

/** What a hub says that does not start. */
function refusal(folder: string): string {
  const { status, stderr } = spawnSync(process.execPath, [bundle, '--port', '0', '--data', folder], {
    env: { ...process.env, WEFT_PROXY_SECRET: SECRET },
    encoding: 'utf8',
    timeout: 20_000
  });
  expect(status).toBe(1);
  return stderr;
}

it('has all that it acknowledged in its log when it is killed', async () => {
  const hub = await spawnHub(bundle, killed);
  const writer = await Writer.open(hub.url, ROOM);
  let acknowledged = 0;
  writer.onAck = () => acknowledged++;
  for (let i = 0; i < EDITS; i++) {
    writer.write(`k${i}`, i);
    await until(() => acknowledged === i + 1, 'it is acknowledged');
  }
  hub.process.kill('SIGKILL');
  await hub.ended;
  const reader = await Writer.open((await spawnHub(bundle, data().folder)).url, ROOM);
  expect(reader.doc.getMap('nodes').size).toBe(EDITS);
});

it.each([7, 20, 20_000, 100_000])('refuses a log with a flipped bit in byte %d, and keeps it', offset => {
  const { folder, file, log } = data();
  const bytes = readFileSync(log);
  bytes[offset] ^= 1;
  writeFileSync(log, bytes);
  const before = readFileSync(file);
  expect(refusal(folder)).toMatch(/hub\.sqlite-wal is damaged at byte \d+, .+; keep the files, and restore/);
  expect(readFileSync(log).equals(bytes)).toBe(true);
  expect(readFileSync(file).equals(before)).toBe(true);
});

it('refuses a file that is empty or gone, when its log is not', () => {
  for (const spoil of [(file: string) => truncateSync(file), rmSync]) {
    const { folder, file, log } = data();
    const bytes = readFileSync(log);
    spoil(file);
    expect(refusal(folder)).toMatch(/hub\.sqlite is empty or gone, but its log .+-wal is not; keep the log/);
    expect(readFileSync(log).equals(bytes)).toBe(true);
  }
});

it('begins anew with an empty file alone', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'hub.sqlite'), '');
  const reader = await Writer.open((await spawnHub(bundle, folder)).url, ROOM);
  expect(reader.doc.getMap('nodes').size).toBe(0);
});
