import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '../../src/wire';
import { SqliteStore } from '../stores';
import { temporaryFolder, testHub } from '../testing/hub';
import { edit, frameOf, jsonOf, RawClient, updateFrame } from '../testing/raw-client';
import { until } from '../testing/until';
import { RoomSize } from './room-size';

const ROOM = 'rooms/doc1';
const WEFT = { protocols: ['weft.v1'] };
const LIMIT = 20_000;

const update = (key: string, length: number) => updateFrame(edit(key, 'x'.repeat(length)));

/** A hub with a room of two values of 9,000 bytes, so that no third one fits. */
async function fullRoom(limit = LIMIT) {
  const store = new SqliteStore(temporaryFolder());
  const { epoch } = await store.open('doc1', 'ada');
  const doc = new Y.Doc();
  ['a', 'b'].forEach(key => doc.getMap('nodes').set(key, 'x'.repeat(9000)));
  await store.append('doc1', epoch, [{ bytes: Y.encodeStateAsUpdate(doc), username: 'ada' }]);
  const hub = await testHub({ store }, { roomBytes: limit });
  const stored = async () => {
    const content = new Y.Doc();
    (await store.open('doc1', 'ada')).updates.forEach(bytes => Y.applyUpdate(content, bytes));
    return content.getMap('nodes');
  };
  /** What an edit of what the room held at the beginning is sent as. */
  const changed = (change: () => void) => {
    const before = Y.encodeStateVector(doc);
    change();
    return updateFrame(Y.encodeStateAsUpdate(doc, before));
  };
  return { hub, doc, stored, changed };
}

it('refuses what makes a room too large before anybody sees it, and sends away its author alone', async () => {
  const { hub, stored } = await fullRoom();
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob', ...WEFT });
  await bob.take(0, 0);
  for (let i = 0; i < 5; i++) {
    const ada = await RawClient.open(hub.url + ROOM);
    ada.send(update(`large${i}`, 9000));
    expect(await ada.untilClosed()).toEqual({
      code: CLOSE.tooLarge,
      reason: 'The edit would make the pipeline larger than 20000 bytes; delete something first.'
    });
  }
  bob.send(update('small', 10));
  await bob.take(65);
  expect(bob.closed).toBe(null);
  expect(bob.frames.filter(([type, step]) => type === 0 && step === 2)).toEqual([]);
  expect([...(await stored()).keys()].sort()).toEqual(['a', 'b', 'small']);
});

it('lets a room that is too large become smaller, and then grow again', async () => {
  const { hub, doc, stored, changed } = await fullRoom(10_000);
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob', ...WEFT });
  await bob.take(0, 0);
  const eager = await RawClient.open(hub.url + ROOM);
  eager.send(update('small', 10));
  expect((await eager.untilClosed()).code).toBe(CLOSE.tooLarge);
  bob.send(changed(() => doc.getMap('nodes').delete('a')));
  bob.send(update('small', 10));
  await until(() => bob.frames.some(([type, count]) => type === 65 && count === 2), 'both are stored');
  expect([...(await stored()).keys()].sort()).toEqual(['b', 'small']);
});

it('takes again what it has, though the room is full', async () => {
  const { hub, doc } = await fullRoom(10_000);
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob', ...WEFT });
  bob.send(frameOf(0, 1).with(Y.encodeStateAsUpdate(doc)));
  await bob.take(65);
  expect(bob.closed).toBe(null);
});

it('takes no comment into a full room, and no file into an empty one, that are too large', async () => {
  const { hub } = await fullRoom();
  const comment = (text: string) =>
    frameOf(68).with(
      new TextEncoder().encode(JSON.stringify({ do: 'open', thread: 't', message: 'm', at: [0, 0], text }))
    );
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob', ...WEFT });
  bob.send(comment('short'));
  await bob.take(65);
  bob.send(comment('long'.repeat(2000)));
  expect((await bob.untilClosed()).code).toBe(CLOSE.tooLarge);
  const file = { weft: 1, id: 'doc2', name: 'x'.repeat(LIMIT), parameters: {}, nodes: {}, layout: {} };
  const ada = await RawClient.open(`${hub.url}rooms/doc2`, WEFT);
  ada.send(frameOf(69).with(new TextEncoder().encode(JSON.stringify(file))));
  expect((await ada.untilClosed()).code).toBe(CLOSE.tooLarge);
  const next = await RawClient.open(`${hub.url}rooms/doc2`, WEFT);
  expect(jsonOf(await next.take(64))).toMatchObject({ empty: true });
});

it('has whoever makes it measure a large room again and again wait, as for asking for its state', async () => {
  const doc = new Y.Doc();
  doc.getMap('nodes').set('large', 'x'.repeat(2 ** 22));
  const store = new SqliteStore(temporaryFolder());
  const { epoch } = await store.open('doc1', 'ada');
  const state = Y.encodeStateAsUpdate(doc);
  await store.append('doc1', epoch, [{ bytes: state, username: 'ada' }]);
  const hub = await testHub({ store }, { roomBytes: state.length + 100, userUpdates: 2 });
  const ada = await RawClient.open(hub.url + ROOM, WEFT);
  await ada.take(0, 0);
  const own = new Y.Doc();
  for (let i = 0; i < 5; i++) {
    const before = Y.encodeStateVector(own);
    own.getMap('nodes').set('same', i);
    ada.send(updateFrame(Y.encodeStateAsUpdate(own, before)));
  }
  await until(async () => /^weft_hub_throttled_total [1-9]/m.test(await hub.metrics()), 'the author waits');
});

it('counts along, and measures only when the count says that something does not fit', () => {
  let measured = 0;
  const size = new RoomSize(50, 100);
  const measure = () => (measured++, 90);
  const fits = (more: number) => size.fits(more, measure);
  expect(fits(50)).toBe(true);
  size.grew(20);
  expect(fits(30)).toBe(true);
  expect(measured).toBe(0);
  expect([fits(31), fits(11), fits(10)]).toEqual([false, false, true]);
  expect(measured).toBe(1);
  size.grew(5);
  expect(fits(6)).toBe(true);
  expect(measured).toBe(2);
});
