import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '../../src/wire';
import { SqliteStore } from '../stores';
import { temporaryFolder, testHub } from '../testing/hub';
import { edit, frameOf, jsonOf, presenceFrame, RawClient, updateFrame } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';

const ROOM = 'rooms/doc1';

/** A room of Ada's with one node, shared with Bob in a role. */
async function sharedWith(role: 'viewer' | 'commenter' | 'editor') {
  const store = new SqliteStore(temporaryFolder());
  const hub = await testHub({ store });
  const ada = stockClient(hub.url, 'doc1', 'ada');
  await untilSynced(ada);
  ada.doc.getMap('nodes').set('kept', 1);
  ada.doc.getMap('nodes').set('gone', 1);
  ada.doc.getMap('nodes').delete('gone');
  await store.share('doc1', { username: 'bob', role });
  const bob = stockClient(hub.url, 'doc1', 'bob');
  await until(() => bob.doc.getMap('nodes').has('kept'), 'bob reads it');
  const stored = async () => JSON.stringify((await store.open('doc1', 'ada')).updates.map(row => [...row]));
  return { hub, store, ada, bob, stored };
}

it.each(['viewer', 'commenter'] as const)('lets a %s look on, and answer what the hub asks', async role => {
  const { hub, ada, bob } = await sharedWith(role);
  bob.awareness.setLocalStateField('cursor', [1, 2]);
  await until(() => ada.awareness.getStates().has(bob.doc.clientID), 'ada sees bob');
  const raw = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  raw.send(frameOf(0, 1).with(Y.encodeStateAsUpdate(bob.doc)));
  raw.send(presenceFrame([77, 1, '{}']));
  await until(() => ada.awareness.getStates().has(77), 'the hub took both');
  expect(raw.closed).toBe(null);
});

const DELETION = (() => {
  const doc = new Y.Doc();
  return (state: Uint8Array) => {
    Y.applyUpdate(doc, state);
    const before = Y.encodeStateVector(doc);
    doc.getMap('nodes').delete('kept');
    return Y.encodeStateAsUpdate(doc, before);
  };
})();

it.each([
  ['an edit', () => frameOf(0, 2).with(edit('forged'))],
  ['an edit as a reply', () => frameOf(0, 1).with(edit('forged'))],
  ['a deletion', (state: Uint8Array) => frameOf(0, 2).with(DELETION(state))],
  ['an edit without those before it', (state: Uint8Array) => frameOf(0, 2).with(later(state))]
])('lets a viewer not change a byte: %s', async (_, frame) => {
  const { hub, ada, stored } = await sharedWith('viewer');
  const before = await stored();
  const raw = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  raw.send(frame(Y.encodeStateAsUpdate(ada.doc)));
  expect((await raw.untilClosed()).code).toBe(CLOSE.forbidden);
  expect(ada.doc.getMap('nodes').toJSON()).toEqual({ kept: 1 });
  expect(await stored()).toBe(before);
});

it.each([
  [68, '{"do":"resolve","thread":"t"}'],
  [69, '{}']
])('takes no message %i of a viewer', async (type, text) => {
  const { hub } = await sharedWith('viewer');
  const raw = await RawClient.open(hub.url + ROOM, { user: 'bob', protocols: ['weft.v1'] });
  raw.send(frameOf(type).with(Buffer.from(text)));
  expect((await raw.untilClosed()).code).toBe(CLOSE.forbidden);
});

it('sends away who has another role now, to come back with it, and nobody else', async () => {
  const { hub, store, ada } = await sharedWith('editor');
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob', protocols: ['weft.v1'] });
  expect(jsonOf(await bob.take(64))).toMatchObject({ role: 'editor' });
  await store.share('doc1', { username: 'bob', role: 'viewer' });
  await hub.rooms.rolesChanged('doc1');
  expect((await bob.untilClosed()).code).toBe(CLOSE.revoked);
  expect(ada.wsconnected).toBe(true);
  const again = await RawClient.open(hub.url + ROOM, { user: 'bob', protocols: ['weft.v1'] });
  expect(jsonOf(await again.take(64))).toMatchObject({ role: 'viewer' });
  again.send(updateFrame(edit('forged')));
  expect((await again.untilClosed()).code).toBe(CLOSE.forbidden);
});

it('writes down who opened, edited and was refused', async () => {
  const { hub, store } = await sharedWith('viewer');
  const raw = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  raw.send(updateFrame(edit('forged')));
  await raw.untilClosed();
  const done = async () =>
    (await store.records('doc1', 100)).map(({ username, what }) => `${username} ${what}`);
  await until(async () => (await done()).includes('bob refused'), 'it is recorded');
  expect(await done()).toEqual(expect.arrayContaining(['ada opened', 'ada edited', 'bob opened']));
});

/** An edit whose predecessor is kept back. */
function later(state: Uint8Array): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  doc.getMap('nodes').set('first', 1);
  const before = Y.encodeStateVector(doc);
  doc.getMap('nodes').set('second', 1);
  return Y.encodeStateAsUpdate(doc, before);
}
