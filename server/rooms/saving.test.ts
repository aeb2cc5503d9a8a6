import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { SqliteStore } from '../stores';
import { FaultyStore } from '../testing/faulty-store';
import { temporaryFolder, testHub } from '../testing/hub';
import { edit, frameOf, jsonOf, RawClient, updateFrame, updateOf } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';
import { CLOSE } from '../../src/wire';

const ROOM = 'rooms/doc1';
const WEFT = { protocols: ['weft.v1'] };

/** Keys that an update in a frame sets. */
const keysOf = (frame: Uint8Array): (string | null)[] =>
  frame[0] === 0 && frame[1] > 0
    ? Y.decodeUpdate(updateOf(frame)).structs.flatMap(item =>
        item instanceof Y.Item ? [item.parentSub] : []
      )
    : [];

/** Holds appends back until it is called. */
function hold(store: FaultyStore): () => void {
  let open = () => {};
  store.gate = new Promise(resolve => (open = resolve));
  return open;
}

it('acknowledges frames only when they are stored, also those that add nothing', async () => {
  const store = new FaultyStore();
  const release = hold(store);
  const hub = await testHub({ store });
  const seer = await RawClient.open(hub.url + ROOM);
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  const update = edit('a');
  client.send(updateFrame(update));
  client.send(updateFrame(update));
  await seer.take(0, 2);
  expect(client.frames.filter(([type]) => type === 65)).toEqual([]);
  release();
  await until(
    () => client.frames.some(([type, count]) => type === 65 && count === 2),
    'both are acknowledged'
  );
  expect(seer.frames.filter(([type]) => type === 0 || type === 65)).toHaveLength(1);
});

it('chooses no subprotocol but its own', async () => {
  const hub = await testHub();
  const client = await RawClient.open(hub.url + ROOM, { protocols: ['secret-token', 'weft.v1'] });
  expect(client.socket.protocol).toBe('weft.v1');
});

it('tells everybody when storing fails, and takes the edits again from those who have them', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store }, { storePatience: 100 });
  const ada = stockClient(hub.url, 'doc1', 'ada');
  const raw = await RawClient.open(hub.url + ROOM, WEFT);
  await untilSynced(ada);
  store.fails = true;
  ada.doc.getMap('nodes').set('train', 1);
  expect(await raw.untilClosed()).toEqual({
    code: CLOSE.failed,
    reason: 'The latest edits could not be stored.'
  });
  expect(raw.frames.filter(([type]) => type === 65)).toEqual([]);
  expect(hub.events).toContain('room not stored');
  store.fails = false;
  await until(
    async () => (await store.open('doc1', 'ada')).updates.length > 0,
    'the edit is stored after all'
  );
  const fresh = stockClient(hub.url, 'doc1', 'bob');
  await until(() => fresh.doc.getMap('nodes').get('train') === 1, 'the edit is there');
});

it('says that a room cannot be loaded, and tries again for the next client', async () => {
  const store = new SqliteStore(temporaryFolder());
  const { epoch } = await store.open('broken', 'ada');
  await store.append('broken', epoch, [{ bytes: new Uint8Array([255, 255]), username: 'ada' }]);
  const hub = await testHub({ store });
  for (let i = 0; i < 2; i++) {
    const client = await RawClient.open(`${hub.url}rooms/broken`);
    expect(await client.untilClosed()).toEqual({ code: CLOSE.failed, reason: 'The room cannot be loaded.' });
  }
  expect(hub.events).toEqual(['room not loaded', 'room not loaded']);
});

it('lets a room go when it is empty and stored, not before', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store }, { idle: 1 });
  const release = hold(store);
  const ada = await RawClient.open(hub.url + ROOM);
  const bob = await RawClient.open(hub.url + ROOM);
  await bob.take(0, 0);
  ada.send(updateFrame(edit('a')));
  await bob.take(0, 2);
  [ada, bob].forEach(client => client.socket.close());
  await Promise.all([ada.untilClosed(), bob.untilClosed()]);
  await new Promise(resolve => setTimeout(resolve, 30));
  const early = await RawClient.open(hub.url + ROOM);
  await early.take(0, 0);
  expect(store.opened).toBe(1);
  release();
  early.socket.close();
  await until(async () => {
    const late = await RawClient.open(hub.url + ROOM);
    const step1 = await late.take(0, 0);
    late.socket.terminate();
    expect(step1.length).toBeGreaterThan(4);
    await new Promise(resolve => setTimeout(resolve, 20));
    return store.opened > 1;
  }, 'the room is loaded again');
});

it('loads a room once for all who come together', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store });
  const clients = await Promise.all([1, 2, 3, 4].map(() => RawClient.open(hub.url + ROOM)));
  await Promise.all(clients.map(client => client.take(0, 0)));
  expect(store.opened).toBe(1);
});

it('has long rooms compacted', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store }, { rows: 10 });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  for (let i = 0; i < 25; i++) {
    client.send(updateFrame(edit(`k${i}`)));
    await until(() => client.frames.some(([type, n]) => type === 65 && n === i + 1), 'it is stored');
  }
  expect(store.compactions).toBe(2);
  const rows = async () => (await store.open('doc1', 'ada')).updates;
  await until(async () => (await rows()).length < 20, 'they are merged');
  const updates = await rows();
  const doc = new Y.Doc();
  updates.forEach(update => Y.applyUpdate(doc, update));
  expect(doc.getMap('nodes').size).toBe(25);
});

it('reads no more from writers while much waits to be stored', async () => {
  const store = new FaultyStore();
  const release = hold(store);
  const hub = await testHub({ store }, { unsaved: 50_000 });
  const seer = await RawClient.open(hub.url + ROOM);
  const writer = await RawClient.open(hub.url + ROOM, WEFT);
  for (let i = 0; i < 60; i++) {
    writer.send(updateFrame(edit(`k${i}`, 'x'.repeat(10_000))));
    await new Promise(resolve => setImmediate(resolve));
  }
  await new Promise(resolve => setTimeout(resolve, 50));
  const updates = () => seer.frames.filter(frame => frame[0] === 0 && frame[1] === 2).length;
  expect(updates()).toBeLessThan(60);
  release();
  await until(() => updates() === 60, 'all arrives in the end');
});

it('leaves a client behind that does not read, and brings it up to date when it does', async () => {
  const hub = await testHub({}, { backlog: 100_000 });
  const slow = await RawClient.open(hub.url + ROOM);
  const seer = await RawClient.open(hub.url + ROOM);
  const writer = await RawClient.open(hub.url + ROOM, WEFT);
  await slow.take(0, 0);
  slow.socket.pause();
  const updates = (client: RawClient) => client.frames.filter(frame => frame[0] === 0 && frame[1] > 0);
  for (let i = 1; i <= 30; i++) {
    writer.send(updateFrame(edit(`k${i}`, 'x'.repeat(1_000_000))));
    await until(() => updates(seer).length === i, 'the other client has it');
  }
  slow.socket.resume();
  const doc = new Y.Doc();
  await until(() => {
    updates(slow).forEach(frame => Y.applyUpdate(doc, updateOf(frame)));
    return doc.getMap('nodes').size === 30;
  }, 'it has everything');
  expect(updates(slow).length).toBeLessThan(30);
  expect([slow.closed, seer.closed, writer.closed]).toEqual([null, null, null]);
});

it('sends a client away that stays behind, and nobody else', async () => {
  const hub = await testHub({}, { backlog: 100_000, behind: 50 });
  const slow = await RawClient.open(hub.url + ROOM);
  const writer = await RawClient.open(hub.url + ROOM, WEFT);
  await slow.take(0, 0);
  slow.socket.pause();
  for (let i = 1; i <= 15; i++) {
    writer.send(updateFrame(edit(`k${i}`, 'x'.repeat(1_000_000))));
  }
  await until(() => hub.events.includes('client refused'), 'the hub has had enough');
  slow.socket.resume();
  expect((await slow.untilClosed()).code).toBe(CLOSE.slow);
  expect(writer.closed).toBe(null);
});

it('does not take a client for slow because the document is large', async () => {
  const hub = await testHub({}, { backlog: 1000 });
  const writer = await RawClient.open(hub.url + ROOM, WEFT);
  for (let i = 0; i < 6; i++) {
    writer.send(updateFrame(edit(`k${i}`, 'x'.repeat(5_000_000))));
    await writer.take(65);
  }
  const seer = await RawClient.open(hub.url + ROOM);
  const late = await RawClient.open(hub.url + ROOM);
  late.socket.pause();
  late.send(frameOf(0, 0).with(new Uint8Array([0])));
  late.send(updateFrame(edit('late')));
  await seer.take(0, 2); // the hub has answered the first of the two
  writer.send(updateFrame(edit('small')));
  await writer.take(65);
  late.socket.resume();
  const sizeOf = (frames: readonly Uint8Array[]) => frames.reduce((sum, { length }) => sum + length, 0);
  await until(() => sizeOf(late.frames) > 30_000_000, 'it has the document');
  await until(() => late.frames.some(frame => keysOf(frame).includes('small')), 'it has what came meanwhile');
  expect(late.closed).toBe(null);
});

it('sends everybody away when it ends, to come back to the next hub', async () => {
  const hub = await testHub();
  const client = await RawClient.open(hub.url + ROOM);
  await client.take(0, 0);
  await hub.close();
  expect((await client.untilClosed()).code).toBe(CLOSE.restart);
});

it('asks clients to come back before it ends, and sends them away', async () => {
  const hub = await testHub({}, { drain: 100 });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  await client.take(64);
  await hub.close();
  const notices = client.frames.filter(([type]) => type === 66).map(frame => jsonOf(frame));
  expect(notices).toEqual([
    { kind: 'drain', after: expect.any(Number) },
    { kind: 'closing', code: CLOSE.restart, reason: 'The hub is restarted.' }
  ]);
});

it('goes on when a storage works again that failed, and says both', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  await client.take(0, 0);
  store.fails = true;
  client.send(updateFrame(edit('a')));
  expect(jsonOf(await client.take(66))).toEqual({ kind: 'storage', works: false });
  client.send(updateFrame(edit('b')));
  const late = await RawClient.open(hub.url + ROOM, WEFT);
  expect(jsonOf(await late.take(66))).toEqual({ kind: 'storage', works: false });
  expect(client.frames.filter(([type]) => type === 65)).toEqual([]);
  store.fails = false;
  expect(jsonOf(await client.take(66))).toEqual({ kind: 'storage', works: true });
  await until(() => client.frames.some(([type, count]) => type === 65 && count === 2), 'both are durable');
  const doc = new Y.Doc();
  (await store.open('doc1', 'ada')).updates.forEach(update => Y.applyUpdate(doc, update));
  expect(doc.getMap('nodes').size).toBe(2);
});

it('ends a room whose storage does not answer', async () => {
  const store = new FaultyStore();
  const release = hold(store);
  const hub = await testHub({ store }, { storePatience: 50 });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  client.send(updateFrame(edit('a')));
  expect((await client.untilClosed()).code).toBe(CLOSE.failed);
  expect(client.frames.filter(([type]) => type === 65)).toEqual([]);
  release();
});

it('lets a client of weft.v1 hear something now and then, and answers it', async () => {
  const hub = await testHub({}, { keepAlive: 20 });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  expect(await client.take(67)).toEqual(new Uint8Array([67]));
  expect(await client.take(67)).toEqual(new Uint8Array([67]));
  expect(client.frames.filter(([type]) => type === 1)).toEqual([]);
  const slow = await testHub();
  const asking = await RawClient.open(slow.url + ROOM, WEFT);
  asking.send(new Uint8Array([67]));
  expect(await asking.take(67)).toEqual(new Uint8Array([67]));
});

it('lets a client that is alone hear something now and then', async () => {
  const hub = await testHub({}, { keepAlive: 20 });
  const client = await RawClient.open(hub.url + ROOM);
  expect(await client.take(1)).toEqual(new Uint8Array([1, 1, 0]));
  expect(await client.take(1)).toEqual(new Uint8Array([1, 1, 0]));
  expect(client.closed).toBe(null);
});
