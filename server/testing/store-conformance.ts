import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { EpochError, type Store, StoreError } from '../stores';
import { edit } from './raw-client';

/** An update of one key, by somebody. */
export const update = (key: string, value: string | number = 1) => ({
  bytes: edit(key, value),
  username: 'ada'
});

const bytesOf = (updates: readonly Uint8Array[]) => updates.map(bytes => new Uint8Array(bytes));

const keys = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  updates.forEach(bytes => Y.applyUpdate(doc, bytes));
  return [...doc.getMap('nodes').keys()].sort();
};

/** What every store must do. `open` opens the storage of the test anew: what one store wrote, the next one reads. */
export function describeStore(name: string, storage: () => () => Store): void {
  describe(`${name} as a store`, () => {
    it('makes a room when it is opened, empty and with an epoch that stays', async () => {
      const open = storage();
      const store = open();
      expect(await store.has('new')).toBe(false);
      const { epoch, head, updates } = await store.open('new', 'ada');
      expect({ head, updates }).toEqual({ head: 0, updates: [] });
      expect(epoch).toMatch(/^[\w-]{16,}$/);
      expect(await store.has('new')).toBe(true);
      await store.close();
      const again = open();
      expect(await again.open('new', 'bob')).toEqual({ epoch, head: 0, updates: [] });
      expect((await again.open('other', 'bob')).epoch).not.toBe(epoch);
      await again.close();
    });

    it('gives back what was appended, room by room, in order, and numbers it', async () => {
      const store = storage()();
      const [a, b, c] = [update('a'), update('b'), update('c')];
      const [one, two] = [await store.open('one', 'ada'), await store.open('two', 'ada')];
      expect(await store.append('one', one.epoch, [a, b])).toBe(2);
      expect(await store.append('two', two.epoch, [c])).toBe(1);
      expect(await store.append('one', one.epoch, [c])).toBe(3);
      const stored = await store.open('one', 'ada');
      expect(stored.head).toBe(3);
      expect(bytesOf(stored.updates)).toEqual([a.bytes, b.bytes, c.bytes]);
      expect(bytesOf((await store.open('two', 'ada')).updates)).toEqual([c.bytes]);
      await store.close();
    });

    it('shows in a call what was appended before it, awaited or not', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const appended = store.append('one', epoch, [update('a')]);
      const since = store.since('one', epoch, 0);
      const later = store.append('one', epoch, [update('b')]);
      expect(keys((await since).updates)).toContain('a');
      expect(await Promise.all([appended, later])).toEqual([1, 2]);
      await store.close();
    });

    it('gives what came after a number', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      await store.append('one', epoch, [update('a'), update('b'), update('c')]);
      const { head, updates } = await store.since('one', epoch, 1);
      expect(head).toBe(3);
      expect(keys(updates)).toEqual(['b', 'c']);
      expect(await store.since('one', epoch, 3)).toEqual({ head: 3, updates: [] });
      await store.close();
    });

    it('keeps everything when it is closed and opened again', async () => {
      const open = storage();
      const store = open();
      const { epoch } = await store.open('one', 'ada');
      const appended = store.append('one', epoch, [update('a')]);
      await store.close();
      expect(await appended).toBe(1);
      const again = open();
      expect(await again.append('one', epoch, [update('b')])).toBe(2);
      expect(keys((await again.open('one', 'ada')).updates)).toEqual(['a', 'b']);
      await again.close();
    });

    it('resolves appends in the order they were made', async () => {
      const store = storage()();
      const order: number[] = [];
      const rooms = { odd: await store.open('odd', 'ada'), even: await store.open('even', 'ada') };
      await Promise.all(
        [0, 1, 2, 3, 4].map(i => {
          const room = i % 2 ? 'odd' : 'even';
          return store.append(room, rooms[room].epoch, [update(`k${i}`)]).then(() => order.push(i));
        })
      );
      expect(order).toEqual([0, 1, 2, 3, 4]);
      await store.close();
    });

    it('lets exactly one of many seed a room', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const seeded = await Promise.all([0, 1, 2, 3, 4].map(i => store.seed('one', epoch, update(`k${i}`))));
      expect(seeded.filter(Boolean)).toHaveLength(1);
      expect(keys((await store.open('one', 'ada')).updates)).toEqual([`k${seeded.indexOf(true)}`]);
      expect(await store.append('one', epoch, [update('a')])).toBe(2);
      await store.close();
    });

    it('seeds no room that is given updates in the same moment, unless it comes first', async () => {
      const store = storage()();
      const [one, two] = [await store.open('one', 'ada'), await store.open('two', 'ada')];
      const results = await Promise.all([
        store.append('one', one.epoch, [update('a'), update('b')]),
        store.seed('one', one.epoch, update('c')),
        store.seed('two', two.epoch, update('d')),
        store.append('two', two.epoch, [update('e'), update('f')]),
        store.append('one', one.epoch, [update('g')])
      ]);
      expect(results).toEqual([2, false, true, 3, 3]);
      expect(keys((await store.open('one', 'ada')).updates)).toEqual(['a', 'b', 'g']);
      expect(keys((await store.open('two', 'ada')).updates)).toEqual(['d', 'e', 'f']);
      await store.close();
    });

    it('refuses whatever is meant for another epoch, and whatever came along is stored', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const fine = store.append('one', epoch, [update('a')]);
      await expect(store.append('one', 'other', [update('b')])).rejects.toThrow(EpochError);
      await expect(store.append('none', epoch, [update('b')])).rejects.toThrow(EpochError);
      await expect(store.seed('one', 'other', update('b'))).rejects.toThrow(EpochError);
      await expect(store.since('one', 'other', 0)).rejects.toThrow(EpochError);
      expect(await fine).toBe(1);
      expect(keys((await store.open('one', 'ada')).updates)).toEqual(['a']);
      await store.close();
    });

    it('compacts a room to one update that holds everything, and leaves other rooms alone', async () => {
      const open = storage();
      const store = open();
      const [one, two] = [await store.open('one', 'ada'), await store.open('two', 'ada')];
      await store.append('one', one.epoch, [update('a'), update('b'), update('c')]);
      await store.append('two', two.epoch, [update('d'), update('e')]);
      await store.compact('one');
      expect(await store.append('one', one.epoch, [update('f')])).toBe(4);
      await store.close();
      const again = open();
      const stored = await again.open('one', 'ada');
      expect(stored).toMatchObject({ epoch: one.epoch, head: 4 });
      expect(stored.updates).toHaveLength(2);
      expect(keys(stored.updates)).toEqual(['a', 'b', 'c', 'f']);
      expect((await again.open('two', 'ada')).updates).toHaveLength(2);
      await again.close();
    });

    it('gives all that came after a number that is in the middle of what was merged', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      await store.append('one', epoch, [update('a'), update('b'), update('c')]);
      await store.compact('one');
      const { head, updates } = await store.since('one', epoch, 1);
      expect(head).toBe(3);
      expect(keys(updates)).toEqual(expect.arrayContaining(['b', 'c']));
      expect((await store.since('one', epoch, 3)).updates).toEqual([]);
      await store.close();
    });

    it('loses nothing that is appended while it compacts', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const appends = [];
      for (let i = 0; i < 100; i++) {
        appends.push(store.append('one', epoch, [update(`k${i}`)]));
        if (i % 20 === 19) {
          appends.push(store.compact('one'));
          await appends[i - 10];
        }
      }
      await Promise.all(appends);
      const { head, updates } = await store.open('one', 'ada');
      expect(head).toBe(100);
      expect(keys(updates)).toHaveLength(100);
      await store.close();
    });

    it('keeps a room as it is when it cannot be compacted', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      await store.append('one', epoch, [update('a'), { bytes: new Uint8Array([255, 255]), username: 'ada' }]);
      await expect(store.compact('one')).rejects.toThrow(StoreError);
      expect((await store.open('one', 'ada')).updates).toHaveLength(2);
      await store.append('one', epoch, [update('b')]);
      expect((await store.open('one', 'ada')).updates).toHaveLength(3);
      await store.close();
    });

    it('makes who opened a room first its owner, and keeps what is given to others', async () => {
      const open = storage();
      const store = open();
      await store.open('one', 'ada');
      await store.open('one', 'bob');
      expect(await store.shares('one')).toEqual({
        users: [{ username: 'ada', role: 'owner' }],
        others: null
      });
      await store.share('one', { username: 'bob', role: 'viewer' });
      await store.share('one', { username: 'bob', role: 'editor' });
      await store.share('one', { username: 'cleo', role: 'viewer' });
      await store.share('one', { username: 'cleo', role: 'none' });
      await store.share('one', { role: 'none' });
      await store.close();
      const again = open();
      expect(await again.shares('one')).toEqual({
        users: [
          { username: 'ada', role: 'owner' },
          { username: 'bob', role: 'editor' }
        ],
        others: 'none'
      });
      expect(await again.roleOf('one', 'bob')).toEqual({ own: 'editor', others: 'none' });
      expect(await again.roleOf('one', 'cleo')).toEqual({ own: null, others: 'none' });
      expect(await again.roleOf('nowhere', 'ada')).toEqual({ own: null, others: null });
      await expect(again.share('nowhere', { role: 'viewer' })).rejects.toThrow(StoreError);
      await again.close();
    });

    it('leaves no room without an owner, however many give theirs away in the same moment', async () => {
      const open = storage();
      const store = open();
      const stores = store.isShared ? [store, open()] : [store, store];
      for (let i = 0; i < 20; i++) {
        const room = `room${i}`;
        await store.open(room, 'ada');
        await store.share(room, { username: 'bob', role: 'owner' });
        const done = await Promise.all([
          stores[0].share(room, { username: 'bob', role: 'viewer' }),
          stores[1].share(room, { username: 'ada', role: 'none' })
        ]);
        const owners = (await store.shares(room)).users.filter(({ role }) => role === 'owner');
        expect([room, owners.length, done.filter(Boolean).length]).toEqual([room, 1, 1]);
        const [{ username }] = owners;
        expect(await store.share(room, { username, role: 'editor' })).toBe(false);
        expect(await store.share(room, { username, role: 'owner' })).toBe(true);
        expect(await store.share(room, { role: 'none' })).toBe(true);
        expect((await store.roleOf(room, username)).own).toBe('owner');
      }
      await Promise.all(stores.map(each => each.close()));
    });

    it('keeps versions with their content, the newest first', async () => {
      const store = storage()();
      await store.open('one', 'ada');
      await store.open('two', 'ada');
      const state = edit('a');
      const first = await store.saveVersion('one', { name: 'First', by: 'ada', state });
      const second = await store.saveVersion('one', { name: 'Second', by: 'bob', state: edit('b') });
      expect(first).toMatchObject({ id: 1, name: 'First', by: 'ada' });
      expect(Math.abs(first.at - Date.now() / 1000)).toBeLessThan(100);
      expect(await store.versions('one')).toEqual([second, first]);
      const whole = await store.version('one', 1);
      expect({ ...whole, state: new Uint8Array(whole?.state ?? []) }).toEqual({ ...first, state });
      expect(await store.version('one', 3)).toBeNull();
      expect(await store.version('two', 1)).toBeNull();
      expect(await store.versions('two')).toEqual([]);
      await expect(store.saveVersion('nowhere', { name: 'x', by: 'ada', state })).rejects.toThrow(StoreError);
      await store.close();
    });

    it('keeps a record of each room, the newest entries of it', async () => {
      const store = storage()();
      await store.record('one', { username: 'ada', what: 'opened' });
      await store.record('one', { username: 'bob', what: 'refused', detail: 'Not a "user".' });
      await store.record('two', { username: 'bob', what: 'opened' });
      const entries = await store.records('one', 10);
      expect(entries).toEqual([
        { at: expect.any(Number), username: 'bob', what: 'refused', detail: 'Not a "user".' },
        { at: expect.any(Number), username: 'ada', what: 'opened' }
      ]);
      expect(await store.records('one', 1)).toHaveLength(1);
      await Promise.all(
        Array.from({ length: 1005 }, () => store.record('one', { username: 'ada', what: 'ran' }))
      );
      expect(await store.records('one', 5000)).toHaveLength(1000);
      expect(await store.records('two', 5000)).toHaveLength(1);
      await store.close();
    });

    it('takes rooms by any name of a sensible length, and refuses others', async () => {
      const store = storage()();
      const names = [
        '__proto__',
        "'; DROP TABLE room; --",
        'Straße 🚀',
        '%',
        '../../etc/passwd',
        ' ',
        'A',
        'a'
      ];
      for (const name of names) {
        const { epoch } = await store.open(name, name);
        await store.append(name, epoch, [update(name)]);
      }
      for (const name of names) {
        expect(keys((await store.open(name, 'ada')).updates)).toEqual([name]);
      }
      for (const name of ['', 'a\0b', 'x'.repeat(257)]) {
        await expect(store.open(name, 'ada')).rejects.toThrow(StoreError);
        await expect(store.append(name, 'epoch', [update('a')])).rejects.toThrow(StoreError);
      }
      await store.close();
    });

    it('keeps any text, but puts a sign in the place of what databases cannot keep', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'a\0b');
      await Promise.all([
        store.append('one', epoch, [{ bytes: edit('a'), username: 'a\0b' }]),
        store.record('one', { username: 'a\0b', what: 'refused', detail: 'x\0y' }),
        store.saveVersion('one', { name: 'v\0"\n', by: 'a\0b', state: edit('a') })
      ]);
      expect((await store.roleOf('one', 'a\0b')).own).toBe('owner');
      expect(await store.records('one', 1)).toMatchObject([{ username: 'a\ufffdb', detail: 'x\ufffdy' }]);
      expect(await store.versions('one')).toMatchObject([{ name: 'v\ufffd"\n', by: 'a\ufffdb' }]);
      await store.close();
    });

    it('keeps edits whose predecessors have not come when it compacts', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const doc = new Y.Doc();
      const edits: Uint8Array[] = [];
      doc.on('update', (bytes: Uint8Array) => edits.push(bytes));
      ['a', 'b', 'c'].forEach(key => doc.getMap('nodes').set(key, 1));
      const [first, ...later] = edits.map(bytes => ({ bytes, username: 'ada' }));
      await store.append('one', epoch, [...later, update('other')]);
      await store.compact('one');
      await store.append('one', epoch, [first]);
      expect(keys((await store.open('one', 'ada')).updates)).toEqual(['a', 'b', 'c', 'other']);
      await store.compact('one');
      const { updates } = await store.open('one', 'ada');
      expect(updates).toHaveLength(1);
      expect(keys(updates)).toEqual(['a', 'b', 'c', 'other']);
      await store.close();
    });

    it('opens and compacts a room of a hundred thousand updates', async () => {
      const store = storage()();
      const { epoch } = await store.open('one', 'ada');
      const doc = new Y.Doc();
      const edits: { bytes: Uint8Array; username: string }[] = [];
      doc.on('update', (bytes: Uint8Array) => edits.push({ bytes, username: 'ada' }));
      for (let i = 0; i < 100_000; i++) {
        doc.getMap('nodes').set(`k${i % 500}`, i);
      }
      for (let i = 0; i < edits.length; i += 10_000) {
        await store.append('one', epoch, edits.slice(i, i + 10_000));
      }
      const timed = async (work: () => Promise<unknown>) => {
        const begin = performance.now();
        await work();
        return `${Math.round(performance.now() - begin)} ms`;
      };
      const open = await timed(() => store.open('one', 'ada'));
      const compact = await timed(() => store.compact('one'));
      process.stdout.write(`${name}: 100,000 updates are opened in ${open}, compacted in ${compact}.\n`);
      const { head, updates } = await store.open('one', 'ada');
      expect(head).toBe(100_000);
      expect(updates).toHaveLength(1);
      expect(keys(updates)).toHaveLength(500);
      await store.close();
    }, 120_000);

    it('can be checked, and takes nothing after it was closed', async () => {
      const store = storage()();
      await store.check();
      const { epoch } = await store.open('one', 'ada');
      await store.close();
      await store.close();
      await expect(store.append('one', epoch, [update('a')])).rejects.toThrow(StoreError);
      await expect(store.open('one', 'ada')).rejects.toThrow(StoreError);
      await expect(store.check()).rejects.toThrow(/closed/);
    });
  });
}
