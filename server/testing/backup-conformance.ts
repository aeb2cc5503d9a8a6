import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Store, StoreError } from '../stores';
import { temporaryFolder } from './hub';
import { edit } from './raw-client';
import { update } from './store-conformance';

/** A place for a backup that goes with the test. */
const backupFile = () => join(temporaryFolder(), 'rooms.backup');

/** All that a store gives of a room, but its epoch. */
async function contentOf(store: Store, room: string) {
  const { head, updates } = await store.open(room, 'reader');
  const versions = await store.versions(room);
  return {
    head,
    updates: updates.map(bytes => [...bytes]),
    shares: await store.shares(room),
    versions: await Promise.all(versions.map(async ({ id }) => (await store.version(room, id))?.name)),
    records: await store.records(room, 5000)
  };
}

/** Rooms with a bit of everything. */
async function fill(store: Store): Promise<void> {
  const { epoch } = await store.open('one', 'ada');
  await store.append('one', epoch, [update('a'), update('b')]);
  await store.compact('one');
  await store.append('one', epoch, [update('c', 'x'.repeat(10_000))]);
  await store.share('one', { username: 'bob', role: 'viewer' });
  await store.share('one', { role: 'none' });
  await store.saveVersion('one', { name: 'First', by: 'ada', state: edit('a') });
  await store.saveVersion('one', { name: 'Zwei "2"', by: 'bob', state: edit('b') });
  await store.record('one', { username: 'ada', what: 'opened' });
  await store.record('one', { username: 'bob', what: 'ran', detail: 'kfp-2.16' });
  await store.open('two', 'bob');
}

/** What backups of every store must do. `other` opens storage of any kind that has no rooms yet. */
export function describeBackup(name: string, storage: () => () => Store, other: () => Store): void {
  describe(`backup of ${name}`, () => {
    it('brings everything into another store, under new epochs', async () => {
      const store = storage()();
      await fill(store);
      const file = backupFile();
      await store.backup(file);
      const target = other();
      await target.restore(file);
      for (const room of ['one', 'two']) {
        expect(await contentOf(target, room)).toEqual(await contentOf(store, room));
        expect((await target.open(room, 'x')).epoch).not.toBe((await store.open(room, 'x')).epoch);
      }
      const { epoch } = await target.open('one', 'ada');
      expect(await target.append('one', epoch, [update('d')])).toBe(4);
      expect((await target.saveVersion('one', { name: 'x', by: 'ada', state: edit('x') })).id).toBe(3);
      await target.record('one', { username: 'ada', what: 'edited' });
      expect(await target.records('one', 10)).toHaveLength(3);
      await store.close();
      await target.close();
    });

    it('holds what was stored before it began, while appends go on', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      await store.append('one', epoch, [update('a', 'x'.repeat(100_000))]);
      const file = backupFile();
      let running = true;
      const backup = store.backup(file).finally(() => (running = false));
      let head = 1;
      do {
        head = await store.append('one', epoch, [update(`k${head}`)]);
      } while (running);
      await backup;
      const target = other();
      await target.restore(file);
      const stored = await target.open('one', 'ada');
      expect(stored.head).toBeGreaterThanOrEqual(1);
      expect(stored.head).toBeLessThanOrEqual(head);
      expect(stored.updates).toHaveLength(stored.head);
      await store.close();
      await target.close();
    });

    it('is not written over a file, nor restored over rooms', async () => {
      const store = storage()();
      await fill(store);
      const file = backupFile();
      writeFileSync(file, 'something dear');
      await expect(store.backup(file)).rejects.toThrow(/there already/);
      expect(readFileSync(file, 'utf8')).toBe('something dear');
      const fine = backupFile();
      await store.backup(fine);
      await expect(store.restore(fine)).rejects.toThrow(/without rooms/);
      expect(await store.has('one')).toBe(true);
      await store.close();
    });

    it('leaves nothing behind where it cannot be written', async () => {
      const store = storage()();
      const folder = temporaryFolder();
      await expect(store.backup(join(folder, 'none', 'x'))).rejects.toThrow(StoreError);
      expect(readdirSync(folder)).toEqual([]);
      await store.close();
    });

    it('takes a file that is no backup for none, and a damaged one not in part', async () => {
      const source = storage()();
      await fill(source);
      const file = backupFile();
      await source.backup(file);
      await source.close();
      const bytes = readFileSync(file);
      const damaged = backupFile();
      bytes[bytes.indexOf('x'.repeat(2000)) + 1000] ^= 1;
      writeFileSync(damaged, bytes);
      const text = backupFile();
      writeFileSync(text, 'no backup');
      const store = other();
      await expect(store.restore(damaged)).rejects.toThrow(/damaged|cannot be read/);
      await expect(store.restore(text)).rejects.toThrow(/cannot be read as a backup/);
      await expect(store.restore(`${text}.not`)).rejects.toThrow(/cannot be read as a backup/);
      expect(existsSync(`${text}.not`)).toBe(false);
      expect(await store.has('one')).toBe(false);
      await store.close();
    });
  });
}
