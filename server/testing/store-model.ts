import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { EpochError, type Store } from '../stores';
import { edit } from './raw-client';

/** A call, on one of two rooms; what it carries is told apart by a number. */
type Call = { room: 'one' | 'two'; number: number } & (
  | { call: 'open' | 'seed' | 'foreign' | 'compact' | 'version' | 'record' | 'reopen' }
  | { call: 'append'; count: number; awaited: boolean }
  | { call: 'since'; back: number }
  | { call: 'share'; username: string; role: 'owner' | 'viewer' | 'none' }
);

const calls = fc.array(
  fc.record({ room: fc.constantFrom('one' as const, 'two' as const), number: fc.nat(999) }).chain(base =>
    fc
      .oneof(
        fc.record({
          call: fc.constant('append' as const),
          count: fc.integer({ min: 1, max: 4 }),
          awaited: fc.boolean()
        }),
        fc.record({
          call: fc.constantFrom(
            ...(['open', 'seed', 'foreign', 'compact', 'version', 'record', 'reopen'] as const)
          )
        }),
        fc.record({ call: fc.constant('since' as const), back: fc.nat(5) }),
        fc.record({
          call: fc.constant('share' as const),
          username: fc.constantFrom('ada', 'bob'),
          role: fc.constantFrom('owner' as const, 'viewer' as const, 'none' as const)
        })
      )
      .map(call => ({ ...base, ...call }) as Call)
  ),
  { maxLength: 30 }
);

/** What a room must be. */
interface Model {
  epoch: string;
  /** Key of each update, in order. */
  keys: string[];
  shares: Map<string, string>;
  versions: string[];
  records: string[];
}

const keysOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc();
  updates.forEach(bytes => Y.applyUpdate(doc, bytes));
  return new Set(doc.getMap('nodes').keys());
};

/** Any calls, in any order, do to a store what they do to a simple model of it. */
export function describeModel(name: string, storage: () => Promise<() => Store>, runs: number): void {
  it(`${name} does what the model of a store does, whatever is called`, async () => {
    await fc.assert(
      fc.asyncProperty(calls, async sequence => {
        const open = await storage();
        let store = open();
        const models = new Map<string, Model>();
        for (const room of ['one', 'two']) {
          const { epoch } = await store.open(room, 'ada');
          models.set(room, {
            epoch,
            keys: [],
            shares: new Map([['ada', 'owner']]),
            versions: [],
            records: []
          });
        }
        const pending: Promise<unknown>[] = [];
        for (const [i, call] of sequence.entries()) {
          const model = models.get(call.room) as Model;
          if (call.call === 'reopen') {
            await store.close();
            store = open();
          } else {
            pending.push(act(store, model, call, i));
          }
          if (call.call !== 'append' || call.awaited) {
            await pending[pending.length - 1];
          }
        }
        await Promise.all(pending);
        for (const [room, model] of models) {
          await expectLike(store, room, model);
        }
        await store.close();
      }),
      { numRuns: runs, seed: Number(process.env.WEFT_SEED ?? 6) }
    );
  }, 300_000);
}

async function act(store: Store, model: Model, call: Call, i: number): Promise<void> {
  const { room, number } = call;
  const { epoch, keys } = model;
  const by = `user${number}`;
  switch (call.call) {
    case 'append': {
      const added = Array.from({ length: call.count }, (_, n) => `${i}-${n}`);
      keys.push(...added);
      const head = keys.length;
      const updates = added.map(key => ({ bytes: edit(key), username: by }));
      expect(await store.append(room, epoch, updates)).toBe(head);
      return;
    }
    case 'seed': {
      const isEmpty = keys.length === 0;
      if (isEmpty) {
        keys.push(`seed${i}`);
      }
      expect(await store.seed(room, epoch, { bytes: edit(`seed${i}`), username: by })).toBe(isEmpty);
      return;
    }
    case 'foreign':
      await expect(store.append(room, 'other', [{ bytes: edit('foreign'), username: by }])).rejects.toThrow(
        EpochError
      );
      return;
    case 'since': {
      const after = Math.max(0, keys.length - call.back);
      const expected = keys.slice(after);
      const head = keys.length;
      const news = await store.since(room, epoch, after);
      expect(news.head).toBe(head);
      const found = keysOf(news.updates);
      expect(expected.filter(key => !found.has(key))).toEqual([]);
      return;
    }
    case 'open':
      expect((await store.open(room, by)).epoch).toBe(epoch);
      return;
    case 'compact':
      return store.compact(room);
    case 'share': {
      const { username, role } = call;
      const owners = [...model.shares].filter(([, other]) => other === 'owner');
      const isDone = role === 'owner' || owners.some(([owner]) => owner !== username);
      if (isDone && role === 'none') {
        model.shares.delete(username);
      } else if (isDone) {
        model.shares.set(username, role);
      }
      expect(await store.share(room, { username, role })).toBe(isDone);
      return;
    }
    case 'version':
      model.versions.unshift(by);
      await store.saveVersion(room, { name: by, by, state: edit(by) });
      return;
    case 'record':
      model.records.unshift(by);
      return store.record(room, { username: by, what: 'ran' });
  }
}

async function expectLike(store: Store, room: string, model: Model): Promise<void> {
  const shares = [...model.shares].map(([username, role]) => ({ username, role }));
  expect((await store.shares(room)).users).toEqual(shares.sort((a, b) => (a.username < b.username ? -1 : 1)));
  const { epoch, head, updates } = await store.open(room, 'ada');
  expect({ epoch, head }).toEqual({ epoch: model.epoch, head: model.keys.length });
  expect(keysOf(updates)).toEqual(new Set(model.keys));
  const versions = await store.versions(room);
  expect(versions.map(({ name }) => name)).toEqual(model.versions);
  expect(versions.map(({ id }) => id)).toEqual(model.versions.map((_, i, all) => all.length - i));
  expect((await store.records(room, 100)).map(({ username }) => username)).toEqual(model.records);
}
