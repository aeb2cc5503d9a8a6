import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { bundleHub } from '../../testing/bundle';
import { temporaryFolder } from '../../testing/hub';
import { update } from '../../testing/store-conformance';
import { StoreError } from '../store';
import { SqliteRooms } from './rooms';
import { SqliteStore } from './sqlite-store';

let programs: string;
let fill: string;
beforeAll(async () => {
  programs = mkdtempSync(join(tmpdir(), 'weft-fill-'));
  chmodSync(programs, 0o755);
  fill = await bundleHub(programs, 'testing/fill-store.ts');
  chmodSync(fill, 0o644);
}, 60_000);
afterAll(() => rmSync(programs, { recursive: true, force: true }));

interface Filled {
  promised: number;
  reasons: [string, string];
}

/** Fills a store in a process of its own, by a command that the program and its arguments follow. */
const filled = (folder: string, command: string[]): Filled =>
  JSON.parse(
    execFileSync(command[0], [...command.slice(1), process.execPath, fill, folder], { encoding: 'utf8' })
  ) as Filled;

/** A store that goes with the test. */
function storeIn(folder: string): SqliteStore {
  const store = new SqliteStore(folder, 0);
  onTestFinished(() => store.close().catch(() => undefined));
  return store;
}

/** A closed storage with one room of fifty updates; returns the folder. */
async function storage(): Promise<string> {
  const folder = temporaryFolder();
  const store = new SqliteStore(folder);
  const { epoch } = await store.open('one', 'ada');
  await store.append(
    'one',
    epoch,
    Array.from({ length: 50 }, (_, i) => update(`k${i}`, 'x'.repeat(500)))
  );
  await store.close();
  return folder;
}

it('says that the disk is full, keeps what it promised, and goes on when there is room', async () => {
  const folder = temporaryFolder();
  // Files of this process cannot grow beyond 4 MB; without the signal it is an error of the write alone.
  const { promised, reasons } = filled(folder, [
    'bash',
    '-c',
    'trap "" XFSZ; ulimit -f 4096; exec "$@"',
    'bash'
  ]);
  expect(promised).toBeGreaterThan(10);
  reasons.forEach(reason =>
    expect(reason).toMatch(/^StoreError: The storage in .+ failed: .+\.$|cannot be used as storage/)
  );
  const store = storeIn(folder);
  const { epoch, head, updates } = await store.open('one', 'ada');
  expect(head).toBeGreaterThanOrEqual(promised);
  expect(updates).toHaveLength(head);
  expect(await store.append('one', epoch, [update('a')])).toBe(head + 1);
});

it('says that a folder cannot be written to', () => {
  const folder = temporaryFolder();
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o555);
  const { promised, reasons } = filled(
    folder,
    isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : ['env']
  );
  expect(promised).toBe(0);
  expect(reasons[0]).toMatch(/StoreError: .+hub\.sqlite cannot be used as storage/);
});

it('never gives back other updates than were stored, whichever bit of the file is flipped', async () => {
  const folder = await storage();
  const file = readFileSync(join(folder, 'hub.sqlite'));
  const whole = new SqliteRooms(folder, 0);
  const { epoch, updates } = whole.open('one', 'ada');
  whole.close();
  let refused = 0;
  for (let i = 0; i < 200; i++) {
    const broken = join(temporaryFolder(), 'data');
    mkdirSync(broken);
    const bytes = Buffer.from(file);
    bytes[(i * 7919) % bytes.length] ^= 1 << (i % 8);
    writeFileSync(join(broken, 'hub.sqlite'), bytes);
    const rooms = new SqliteRooms(broken, 0);
    try {
      const room = rooms.open('one', 'ada');
      if (room.epoch === epoch) {
        expect(room.updates).toEqual(updates);
      }
    } catch (error) {
      expect(error).toBeInstanceOf(StoreError);
      refused++;
    }
    rooms.close();
  }
  expect(refused).toBeGreaterThan(40);
});

it('refuses a file that was cut off, and does not begin a new one', async () => {
  const folder = await storage();
  const path = join(folder, 'hub.sqlite');
  const half = Math.floor(statSync(path).size / 2 / 4096) * 4096;
  truncateSync(path, half);
  const store = storeIn(folder);
  await expect(store.open('one', 'ada')).rejects.toThrow(StoreError);
  await expect(store.open('one', 'ada')).rejects.toThrow(/malformed|lost|cannot be used/);
  expect(statSync(path).size).toBeGreaterThanOrEqual(half);
});

it('does not take a room for whole whose rows were taken away', async () => {
  const folder = await storage();
  for (const condition of ['seq = 1', 'seq BETWEEN 10 AND 20', 'seq = 50', '1']) {
    const copy = join(temporaryFolder(), 'copy');
    cpSync(folder, copy, { recursive: true });
    const database = new DatabaseSync(join(copy, 'hub.sqlite'));
    database.exec(`DELETE FROM room_update WHERE ${condition}`);
    database.close();
    await expect(storeIn(copy).open('one', 'ada')).rejects.toThrow(/lost updates of room one/);
  }
});
