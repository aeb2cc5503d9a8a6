import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/hub';
import { edit } from '../testing/raw-client';
import { describeStore } from '../testing/store-conformance';
import { SqliteStore } from './sqlite';
import { StoreError } from './store';

describeStore('SQLite', () => {
  const folder = temporaryFolder();
  return () => new SqliteStore(folder);
});

it('leaves a file alone that another hub has', async () => {
  const folder = temporaryFolder();
  const first = new SqliteStore(folder);
  await first.append('one', [edit('a')]);
  expect(() => new SqliteStore(folder, 0)).toThrow(/in use by another hub/);
  await first.append('one', [edit('b')]);
  await first.close();
  const second = new SqliteStore(folder, 0);
  expect(await second.load('one')).toHaveLength(2);
  await second.close();
});

it('refuses a file of a newer version, and leaves it as it is', async () => {
  const folder = temporaryFolder();
  await new SqliteStore(folder).close();
  const database = new DatabaseSync(join(folder, 'hub.sqlite'));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => new SqliteStore(folder)).toThrow(/newer version of Weft/);
});

it('says which file is not a database', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'hub.sqlite'), 'not a database, but long enough to be looked at '.repeat(20));
  expect(() => new SqliteStore(folder)).toThrow(StoreError);
  expect(() => new SqliteStore(folder)).toThrow(/hub\.sqlite cannot be used/);
});

it('writes a file that only its owner can enter the folder of', async () => {
  const folder = join(temporaryFolder(), 'deep', 'data');
  const store = new SqliteStore(folder);
  await store.append('one', [edit('a')]);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toContain('hub.sqlite');
  await store.close();
});

it('commits with a full fsync in a log written ahead', () => {
  const store = new SqliteStore(temporaryFolder());
  const database = (store as unknown as { database: DatabaseSync }).database;
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
});

it('rejects what a full disk cannot take, and takes the next that fits', async () => {
  const store = new SqliteStore(temporaryFolder());
  const database = (store as unknown as { database: DatabaseSync }).database;
  const { page_count: pages } = database.prepare('PRAGMA page_count').get() as { page_count: number };
  database.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const large = store.append('one', [edit('large', 'x'.repeat(100_000))]);
  const same = store.append('two', [edit('a')]);
  await expect(large).rejects.toThrow(StoreError);
  await expect(same).rejects.toThrow(/The storage in .* failed: .*full/);
  expect(await store.load('one')).toEqual([]);
  await store.append('one', [edit('b')]);
  expect(await store.load('one')).toHaveLength(1);
  await store.close();
});
