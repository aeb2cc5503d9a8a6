import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Store, StoreError } from '../stores';
import { edit } from './raw-client';

const keys = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  updates.forEach(update => Y.applyUpdate(doc, update));
  return [...doc.getMap('nodes').keys()].sort();
};

/** What every store must do. `open` opens the storage of the test anew: what one store wrote, the next one reads. */
export function describeStore(name: string, storage: () => () => Store): void {
  describe(`${name} as a store`, () => {
    it('knows nothing of a room that nobody wrote to', async () => {
      const store = storage()();
      expect(await store.load('new')).toEqual([]);
      await store.close();
    });

    it('gives back what was appended, room by room, in order', async () => {
      const store = storage()();
      const [a, b, c] = [edit('a'), edit('b'), edit('c')];
      await store.append('one', [a, b]);
      await store.append('two', [c]);
      await store.append('one', [c]);
      expect((await store.load('one')).map(bytes => new Uint8Array(bytes))).toEqual([a, b, c]);
      expect((await store.load('two')).map(bytes => new Uint8Array(bytes))).toEqual([c]);
      await store.close();
    });

    it('shows in a load what was appended before it, awaited or not', async () => {
      const store = storage()();
      const appended = store.append('one', [edit('a')]);
      expect(keys(await store.load('one'))).toEqual(['a']);
      await appended;
      await store.close();
    });

    it('keeps everything when it is closed and opened again', async () => {
      const open = storage();
      const store = open();
      const appended = store.append('one', [edit('a')]);
      await store.close();
      await appended;
      const again = open();
      expect(keys(await again.load('one'))).toEqual(['a']);
      await again.close();
    });

    it('resolves appends in the order they were made', async () => {
      const store = storage()();
      const order: number[] = [];
      await Promise.all(
        [0, 1, 2, 3, 4].map(i =>
          store.append(i % 2 ? 'odd' : 'even', [edit(`k${i}`)]).then(() => order.push(i))
        )
      );
      expect(order).toEqual([0, 1, 2, 3, 4]);
      await store.close();
    });

    it('compacts a room to one update that holds everything, and leaves other rooms alone', async () => {
      const open = storage();
      const store = open();
      await store.append('one', [edit('a'), edit('b'), edit('c')]);
      await store.append('two', [edit('d'), edit('e')]);
      await store.compact('one');
      await store.append('one', [edit('f')]);
      await store.close();
      const again = open();
      expect(await again.load('one')).toHaveLength(2);
      expect(keys(await again.load('one'))).toEqual(['a', 'b', 'c', 'f']);
      expect(await again.load('two')).toHaveLength(2);
      await again.close();
    });

    it('keeps a room as it is when it cannot be compacted', async () => {
      const store = storage()();
      await store.append('one', [edit('a'), new Uint8Array([255, 255])]);
      await expect(store.compact('one')).rejects.toThrow(StoreError);
      expect(await store.load('one')).toHaveLength(2);
      await store.append('one', [edit('b')]);
      expect(await store.load('one')).toHaveLength(3);
      await store.close();
    });

    it('takes nothing after it was closed', async () => {
      const store = storage()();
      await store.close();
      await expect(store.append('one', [edit('a')])).rejects.toThrow(StoreError);
      await expect(store.load('one')).rejects.toThrow(StoreError);
    });
  });
}
