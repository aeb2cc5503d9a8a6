import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { SqliteStore, type Store, StoreError } from '../stores';
import { temporaryFolder, testHub } from '../testing/hub';
import { edit, frameOf, RawClient, updateFrame } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';
import { CLOSE } from './refusal';

const ROOM = 'rooms/doc1';
const WEFT = { protocols: ['weft.v1'] };

/** A real store whose appends can be made to fail or to wait, and whose calls are counted. */
class FaultyStore implements Store {
  fails = false;
  gate: Promise<void> = Promise.resolve();
  loads = 0;
  compactions = 0;
  private readonly store = new SqliteStore(temporaryFolder());

  load(room: string): Promise<Uint8Array[]> {
    this.loads++;
    return this.store.load(room);
  }

  async append(room: string, updates: readonly Uint8Array[]): Promise<void> {
    await this.gate;
    if (this.fails) {
      throw new StoreError('The disk is full; make room on it.');
    }
    await this.store.append(room, updates);
  }

  async compact(room: string): Promise<void> {
    this.compactions++;
    await this.gate;
    return this.store.compact(room);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

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
  expect(await client.take(65)).toEqual(new Uint8Array([65, 1]));
  expect(await client.take(65)).toEqual(new Uint8Array([65, 2]));
  expect(seer.frames.filter(([type]) => type === 0 || type === 65)).toHaveLength(1);
});

it('chooses no subprotocol but its own', async () => {
  const hub = await testHub();
  const client = await RawClient.open(hub.url + ROOM, { protocols: ['secret-token', 'weft.v1'] });
  expect(client.socket.protocol).toBe('weft.v1');
});

it('tells everybody when storing fails, and takes the edits again from those who have them', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store });
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
  await until(async () => (await store.load('doc1')).length > 0, 'the edit is stored after all');
  const fresh = stockClient(hub.url, 'doc1', 'bob');
  await until(() => fresh.doc.getMap('nodes').get('train') === 1, 'the edit is there');
});

it('says that a room cannot be loaded, and tries again for the next client', async () => {
  const store = new SqliteStore(temporaryFolder());
  await store.append('broken', [new Uint8Array([255, 255])]);
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
  ada.send(updateFrame(edit('a')));
  await bob.take(0, 2);
  [ada, bob].forEach(client => client.socket.close());
  await Promise.all([ada.untilClosed(), bob.untilClosed()]);
  await new Promise(resolve => setTimeout(resolve, 30));
  const early = await RawClient.open(hub.url + ROOM);
  await early.take(0, 0);
  expect(store.loads).toBe(1);
  release();
  early.socket.close();
  await until(async () => {
    const late = await RawClient.open(hub.url + ROOM);
    const step1 = await late.take(0, 0);
    late.socket.terminate();
    expect(step1.length).toBeGreaterThan(4);
    await new Promise(resolve => setTimeout(resolve, 20));
    return store.loads > 1;
  }, 'the room is loaded again');
});

it('loads a room once for all who come together', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store });
  const clients = await Promise.all([1, 2, 3, 4].map(() => RawClient.open(hub.url + ROOM)));
  await Promise.all(clients.map(client => client.take(0, 0)));
  expect(store.loads).toBe(1);
});

it('has long rooms compacted', async () => {
  const store = new FaultyStore();
  const hub = await testHub({ store }, { rows: 10 });
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  for (let i = 0; i < 25; i++) {
    client.send(updateFrame(edit(`k${i}`)));
  }
  await until(() => client.frames.some(([type, n]) => type === 65 && n === 25), 'all is stored');
  expect(store.compactions).toBe(2);
  const rows = await store.load('doc1');
  expect(rows.length).toBeLessThan(12);
  const doc = new Y.Doc();
  rows.forEach(row => Y.applyUpdate(doc, row));
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

it('sends a client away that does not read, and nobody else', async () => {
  const hub = await testHub({}, { backlog: 100_000 });
  const slow = await RawClient.open(hub.url + ROOM);
  const seer = await RawClient.open(hub.url + ROOM);
  const writer = await RawClient.open(hub.url + ROOM, WEFT);
  await slow.take(0, 0);
  slow.socket.pause();
  const count = (client: RawClient) => client.frames.filter(frame => frame[1] === 2).length;
  for (let i = 1; i <= 30; i++) {
    writer.send(updateFrame(edit(`k${i}`, 'x'.repeat(1_000_000))));
    await until(() => count(seer) === i, 'the other client has it');
  }
  slow.socket.resume();
  expect((await slow.untilClosed()).code).toBe(CLOSE.slow);
  expect(count(slow)).toBeLessThan(30);
  expect([seer.closed, writer.closed]).toEqual([null, null]);
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
  expect((await late.take(0, 1)).length).toBeGreaterThan(30_000_000);
  await late.take(0, 2);
  expect(late.closed).toBe(null);
});

it('sends everybody away when it ends, to come back to the next hub', async () => {
  const hub = await testHub();
  const client = await RawClient.open(hub.url + ROOM);
  await client.take(0, 0);
  await hub.close();
  expect((await client.untilClosed()).code).toBe(CLOSE.restart);
});

it('lets a client that is alone hear something now and then', async () => {
  const hub = await testHub({}, { keepAlive: 20 });
  const client = await RawClient.open(hub.url + ROOM);
  expect(await client.take(1)).toEqual(new Uint8Array([1, 1, 0]));
  expect(await client.take(1)).toEqual(new Uint8Array([1, 1, 0]));
  expect(client.closed).toBe(null);
});
