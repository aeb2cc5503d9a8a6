import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { splitUpdate } from './split-update';

const MOST = 200;

/** What three writers do, one after another or apart: keys of a map, and text with characters of two units. */
const edits = fc.array(
  fc.record({
    writer: fc.nat(2),
    meet: fc.boolean(),
    key: fc.constantFrom('a', 'b', 'c'),
    text: fc.string({ unit: fc.constantFrom('x', 'ü', '🚀'), maxLength: 150 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    what: fc.constantFrom(
      'set' as const,
      'delete' as const,
      'write' as const,
      'erase' as const,
      'push' as const
    )
  }),
  { minLength: 1, maxLength: 40 }
);

const sync = (docs: readonly Y.Doc[]) =>
  docs.forEach(one => docs.forEach(other => Y.applyUpdate(one, Y.encodeStateAsUpdate(other))));

function written(sequence: typeof edits extends fc.Arbitrary<infer T> ? T : never): Y.Doc {
  const docs = [1, 2, 3].map(clientID => Object.assign(new Y.Doc(), { clientID }));
  for (const { writer, meet, key, text, at, what } of sequence) {
    const doc = docs[writer];
    const [map, body, list] = [doc.getMap('map'), doc.getText('body'), doc.getArray('list')];
    const place = Math.floor(at * body.length);
    switch (what) {
      case 'set':
        map.set(key, text);
        break;
      case 'delete':
        map.delete(key);
        break;
      case 'write':
        body.insert(place, text);
        break;
      case 'erase':
        body.delete(place, Math.min(5, body.length - place));
        break;
      case 'push':
        list.push(Array.from(text));
    }
    if (meet) {
      sync(docs);
    }
  }
  sync(docs);
  return docs[0];
}

const content = (doc: Y.Doc) => ({
  map: doc.getMap('map').toJSON(),
  body: doc.getText('body').toString(),
  list: doc.getArray('list').toJSON()
});

it('cuts an update into small ones that make up the same document, in any order', () => {
  fc.assert(
    fc.property(edits, fc.boolean(), (sequence, backwards) => {
      const whole = written(sequence);
      const parts = [...splitUpdate(Y.encodeStateAsUpdate(whole), MOST)];
      const copy = new Y.Doc();
      (backwards ? parts.toReversed() : parts).forEach(part => {
        const isOnePiece = Y.decodeUpdate(part).structs.length === 1; // such as the value of a key
        expect(part.length <= MOST || isOnePiece).toBe(true);
        Y.applyUpdate(copy, part);
      });
      expect(content(copy)).toEqual(content(whole));
      expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(whole));
      expect([copy.store.pendingStructs, copy.store.pendingDs]).toEqual([null, null]);
      const [copied, original] = [copy, whole].map(doc => Y.snapshot(doc));
      expect(Y.equalSnapshots(copied, original)).toBe(true);
    }),
    { seed: Number(process.env.WEFT_SEED ?? 6), numRuns: 300 }
  );
});

it('cuts a text that was written into one piece, and long lists of what was deleted', () => {
  const doc = new Y.Doc();
  const body = doc.getText('body');
  for (let i = 0; i < 300; i++) {
    body.insert(body.length, '🚀'.repeat(10));
  }
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), MOST);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(MOST);
  for (let i = 5900; i > 0; i -= 20) {
    body.delete(i, 2);
  }
  const deleted = splitUpdate(Y.encodeStateAsUpdate(doc), MOST);
  expect(Math.max(...deleted.map(({ length }) => length))).toBeLessThanOrEqual(MOST);
  const copy = new Y.Doc();
  deleted.forEach(part => Y.applyUpdate(copy, part));
  expect(copy.getText('body').toString()).toBe(body.toString());
});

it('leaves an update alone that is small enough', () => {
  const update = Y.encodeStateAsUpdate(written([]));
  expect(splitUpdate(update, MOST)).toEqual([update]);
});

it('ends with what cannot be cut: one character in a text whose name alone is too long', () => {
  const doc = new Y.Doc();
  const name = 'n'.repeat(MOST);
  doc.getText(name).insert(0, '🚀');
  const parts = splitUpdate(Y.encodeStateAsUpdate(doc), MOST);
  const copy = new Y.Doc();
  parts.forEach(part => Y.applyUpdate(copy, part));
  expect(copy.getText(name).toString()).toBe('🚀');
});
