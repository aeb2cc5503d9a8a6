import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { SqliteStore } from '../stores';
import { temporaryFolder, testHub } from '../testing/hub';
import { frameOf, RawClient, updateFrame, updateOf } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';

const ROOM = 'rooms/doc1';
const WEFT = { protocols: ['weft.v1'] };
const MIB = 2 ** 20;
/** Where Tornado, and so jupyter-server-proxy, cuts a connection. */
const CUT = 10 * MIB;

/** A hub with a room of 15 MiB: a text that was written into in five steps, by one author, and a list. */
async function largeRoom() {
  const doc = new Y.Doc();
  const body = doc.getText('body');
  for (let i = 0; i < 5; i++) {
    body.insert(body.length, String(i).repeat(2 * MIB));
  }
  doc.getArray('list').push(Array.from({ length: 5 }, (_, i) => `${i}`.repeat(MIB)));
  doc.getArray('list').delete(2);
  const store = new SqliteStore(temporaryFolder());
  const { epoch } = await store.open('doc1', 'ada');
  await store.append('doc1', epoch, [{ bytes: Y.encodeStateAsUpdate(doc), username: 'ada' }]);
  return { doc, hub: await testHub({ store }) };
}

it('brings a large document to a client in frames that every proxy lets through', async () => {
  const { doc, hub } = await largeRoom();
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  const open = async () => {
    const copy = new Y.Doc();
    client.send(frameOf(0, 0).with(Y.encodeStateVector(copy)));
    await until(() => client.frames.some(([type, step]) => type === 0 && step === 1), 'all has come');
    const parts = client.frames.splice(0).filter(([type, step]) => type === 0 && step > 0);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(CUT);
    expect(parts.findIndex(([, step]) => step === 1)).toBe(parts.length - 1);
    parts.forEach(part => Y.applyUpdate(copy, updateOf(part)));
    expect(copy.getText('body').length).toBe(10 * MIB);
    expect(copy.getArray('list').length).toBe(4);
    return copy;
  };
  await open();
  // The same from what was encoded once and what came since.
  const before = Y.encodeStateVector(doc);
  doc.getMap('nodes').set('a', 1);
  client.send(updateFrame(Y.encodeStateAsUpdate(doc, before)));
  await client.take(65);
  expect((await open()).getMap('nodes').get('a')).toBe(1);
});

it('brings it to a stock client, whose edits the others get', async () => {
  const { doc, hub } = await largeRoom();
  const ada = stockClient(hub.url, 'doc1', 'ada');
  await untilSynced(ada);
  expect(ada.doc.getText('body').toString() === doc.getText('body').toString()).toBe(true);
  expect(ada.doc.getArray('list').toJSON()).toEqual(doc.getArray('list').toJSON());
  ada.doc.getMap('nodes').set('a', 1);
  const bob = stockClient(hub.url, 'doc1', 'bob');
  await until(() => bob.doc.getMap('nodes').get('a') === 1, 'the other has the edit');
});

it('passes on a large change of the hub itself in such frames', async () => {
  const hub = await testHub();
  const client = await RawClient.open(hub.url + ROOM, WEFT);
  await client.take(0, 0);
  await hub.rooms.edit('doc1', { username: 'ada' }, shared =>
    shared.ydoc.transact(() =>
      ['a', 'b', 'c'].forEach(key => shared.ydoc.getMap('large').set(key, key.repeat(5 * MIB)))
    )
  );
  const copy = new Y.Doc();
  await until(() => {
    const parts = client.frames.splice(0).filter(([type, step]) => type === 0 && step === 2);
    parts.forEach(part => {
      expect(part.length).toBeLessThan(CUT);
      Y.applyUpdate(copy, updateOf(part));
    });
    return copy.getMap('large').size === 3;
  }, 'all of it has come');
});
