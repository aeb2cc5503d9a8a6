import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { testHub } from '../testing/hub';
import { edit, frameOf, RawClient, updateFrame } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';
import { CLOSE } from '../../src/wire';

const ROOM = 'rooms/doc1';

/** An edit that rests on one which is kept back. */
function orphan(): { missing: Uint8Array; update: Uint8Array } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getMap('nodes').set('first', 1);
  doc.getMap('nodes').set('second', 2);
  return { missing: updates[0], update: updates[1] };
}

it.each([
  ['a frame of an unknown type', new Uint8Array([77, 1, 2]), CLOSE.malformed],
  ['an empty frame', new Uint8Array(), CLOSE.malformed],
  ['a frame that promises more than it holds', new Uint8Array([0, 2, 200, 1, 0]), CLOSE.malformed],
  ['an unknown step', new Uint8Array([0, 9, 0]), CLOSE.malformed],
  ['a state vector that is none', new Uint8Array([0, 0, 2, 255, 255]), CLOSE.malformed],
  ['an update that is cut short', updateFrame(edit('a').subarray(0, 9)), CLOSE.notApplicable],
  ['a frame above the limit', updateFrame(edit('a', 'x'.repeat(20_000))), CLOSE.tooLarge],
  ['a frame of many messages', new Uint8Array(1000).fill(3), CLOSE.malformed],
  ['text', 'hello', CLOSE.malformed]
])('sends a client away for %s, with the reason in a frame too', async (_, frame, code) => {
  const hub = await testHub({}, { frame: 16_384 });
  const other = await RawClient.open(hub.url + ROOM);
  const client = await RawClient.open(hub.url + ROOM);
  client.send(frame);
  const denied = await client.take(2, 0);
  const closed = await client.untilClosed();
  expect(closed.code).toBe(code);
  expect(Buffer.from(denied).toString()).toContain(closed.reason);
  other.send(updateFrame(edit('after')));
  const fresh = stockClient(hub.url, 'doc1', 'bob');
  await until(() => fresh.doc.getMap('nodes').size === 1, 'the room goes on');
});

it('outlives any frame', async () => {
  const hub = await testHub();
  const sync = fc
    .tuple(fc.nat(3), fc.uint8Array({ maxLength: 80 }))
    .map(([step, body]) => frameOf(0, step).with(body));
  const presence = fc.uint8Array({ maxLength: 80 }).map(body => frameOf(1).with(body));
  const bent = fc.tuple(fc.nat(60), fc.nat(255)).map(([at, byte]) => {
    const frame = updateFrame(edit('a', 'some text that is long enough'));
    frame[at % frame.length] = byte;
    return frame;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 80 }), sync, presence, bent), async frame => {
      const client = await RawClient.open(`${hub.url}rooms/fuzz`);
      client.send(frame);
      client.socket.close();
      await client.untilClosed();
    }),
    { numRuns: 300, seed: 11 }
  );
  const fresh = stockClient(hub.url, 'fuzz', 'bob');
  await untilSynced(fresh);
  fresh.doc.getMap('nodes').set('after', 1);
  const seer = stockClient(hub.url, 'fuzz', 'ada');
  await until(() => seer.doc.getMap('nodes').has('after'), 'the room is of use');
});

it('closes a connection that exceeds what is read at all', async () => {
  const hub = await testHub({}, { frame: 1000 });
  const client = await RawClient.open(hub.url + ROOM);
  client.send(new Uint8Array(5000));
  expect((await client.untilClosed()).code).toBe(1009);
  await RawClient.open(hub.url + ROOM);
});

it.each(['', 'a/b', '..%2f..%2fetc', 'x'.repeat(65), 'a.b', 'a%00'])('has no room %o', async id => {
  const hub = await testHub();
  const client = await RawClient.open(`${hub.url}rooms/${id}`);
  expect((await client.untilClosed()).code).toBe(CLOSE.noRoom);
});

it('asks again for an edit whose predecessor is missing, and shows it only when it is whole', async () => {
  const hub = await testHub();
  const { missing, update } = orphan();
  const seer = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  const client = await RawClient.open(hub.url + ROOM, { protocols: ['weft.v1'] });
  await client.take(0, 0);
  client.send(updateFrame(update));
  await client.take(0, 0);
  expect(client.frames.filter(([type]) => type === 65)).toEqual([]);
  client.send(updateFrame(missing));
  await until(() => client.frames.some(([type, count]) => type === 65 && count === 2), 'both are stored');
  const change = await seer.take(0, 2);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, change.subarray(change[2] < 128 ? 3 : 4));
  expect(doc.getMap('nodes').toJSON()).toEqual({ first: 1, second: 2 });
});

it('drops what comes without its predecessors, and sends a client away that sends more of it', async () => {
  const hub = await testHub({}, { gap: 20 });
  const ada = stockClient(hub.url, 'doc1', 'ada');
  await untilSynced(ada);
  const flood = await RawClient.open(hub.url + ROOM);
  flood.send(updateFrame(orphan().update));
  flood.send(updateFrame(orphan().update));
  expect((await flood.untilClosed()).code).toBe(CLOSE.notApplicable);
  ada.doc.getMap('nodes').set('kept', 1);
  const fresh = stockClient(hub.url, 'doc1', 'bob');
  await until(() => fresh.doc.getMap('nodes').has('kept'), 'the room is of use');
  expect(fresh.doc.store.pendingStructs).toBe(null);
  expect(ada.wsconnected).toBe(true);
});

it('waits for predecessors only so long', async () => {
  const hub = await testHub({}, { gapAge: 50 });
  const seer = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  const client = await RawClient.open(hub.url + ROOM);
  client.send(updateFrame(orphan().update));
  expect((await client.untilClosed()).code).toBe(CLOSE.notApplicable);
  expect(seer.closed).toBe(null);
});
