import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/hub';
import { edit } from '../../testing/raw-client';
import { describeBackup } from '../../testing/backup-conformance';
import { describeStore, update } from '../../testing/store-conformance';
import { describeModel } from '../../testing/store-model';
import { StoreError } from '../store';
import { SqliteStore } from './sqlite-store';

describeStore('SQLite', () => {
  const folder = temporaryFolder();
  return () => new SqliteStore(folder);
});

describeModel(
  'SQLite',
  async () => {
    const folder = temporaryFolder();
    return () => new SqliteStore(folder);
  },
  15
);

describeBackup(
  'SQLite',
  () => {
    const folder = temporaryFolder();
    return () => new SqliteStore(folder);
  },
  () => new SqliteStore(temporaryFolder())
);

it('leaves a file alone that another hub has', async () => {
  const folder = temporaryFolder();
  const first = new SqliteStore(folder);
  const { epoch } = await first.open('one', 'ada');
  await expect(new SqliteStore(folder, 0).check()).rejects.toThrow(/in use by another hub/);
  await first.append('one', epoch, [update('b')]);
  await first.close();
  const second = new SqliteStore(folder, 0);
  expect((await second.open('one', 'ada')).updates).toHaveLength(1);
  await second.close();
});

it('refuses a file of a newer version, and leaves it as it is', async () => {
  const folder = temporaryFolder();
  const store = new SqliteStore(folder);
  await store.check();
  await store.close();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(new SqliteStore(folder).check()).rejects.toThrow(/newer version of Weft/);
});

it('says which file is not a database, or not its own, and leaves it as it is', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'hub.sqlite');
  const text = 'not a database, but long enough to be looked at '.repeat(20);
  writeFileSync(file, text);
  await expect(new SqliteStore(folder).check()).rejects.toThrow(StoreError);
  await expect(new SqliteStore(folder).check()).rejects.toThrow(/hub\.sqlite cannot be used/);
  expect(readFileSync(file, 'utf8')).toBe(text);
  const other = join(folder, 'other');
  mkdirSync(other);
  const foreign = new DatabaseSync(join(other, 'hub.sqlite'));
  foreign.exec('CREATE TABLE somebody_elses (x)');
  foreign.close();
  await expect(new SqliteStore(other).check()).rejects.toThrow(/not a file of Weft/);
});

it('takes over a file of version 1: its updates are kept, and rooms get epochs', async () => {
  const folder = temporaryFolder();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec(`
    CREATE TABLE room_update (
      seq INTEGER PRIMARY KEY AUTOINCREMENT, room TEXT NOT NULL, bytes BLOB NOT NULL,
      at INTEGER NOT NULL DEFAULT (unixepoch())
    ) STRICT;
    CREATE INDEX room_update_of_room ON room_update (room, seq);
    PRAGMA user_version = 1;`);
  const insert = database.prepare('INSERT INTO room_update (room, bytes) VALUES (?, ?)');
  const updates = [edit('a'), edit('b'), edit('c')];
  ['one', 'two', 'one'].forEach((room, i) => insert.run(room, updates[i]));
  database.close();
  const store = new SqliteStore(folder);
  const one = await store.open('one', 'ada');
  expect(one.head).toBe(2);
  expect(one.updates.map(bytes => new Uint8Array(bytes))).toEqual([updates[0], updates[2]]);
  expect((await store.open('two', 'ada')).epoch).not.toBe(one.epoch);
  expect(await store.append('one', one.epoch, [update('d')])).toBe(3);
  expect((await store.roleOf('one', 'ada')).own).toBe('owner');
  await store.close();
});

it('writes a file that only its owner can enter the folder of', async () => {
  const folder = join(temporaryFolder(), 'deep', 'data');
  const store = new SqliteStore(folder);
  await store.check();
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toContain('hub.sqlite');
  await store.close();
});
