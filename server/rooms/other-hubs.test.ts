import { expect, it } from 'vitest';
import { CLOSE } from '../../src/wire';
import { testHub } from '../testing/hub';
import { jsonOf, RawClient } from '../testing/raw-client';
import { sharedStores } from '../testing/shared-store';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';

const WEFT = { protocols: ['weft.v1'] };

async function twoHubs(options: { deaf?: boolean } = {}, limits = {}) {
  const [one, two] = sharedStores(2, options);
  return [
    { ...(await testHub({ store: one }, limits)), store: one },
    await testHub({ store: two }, limits)
  ] as const;
}

it('brings edits on one hub to clients of another', async () => {
  const [one, two] = await twoHubs();
  const ada = stockClient(one.url, 'doc1', 'ada');
  const bob = stockClient(two.url, 'doc1', 'bob');
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  for (let i = 0; i < 20; i++) {
    ada.doc.getMap('nodes').set(`a${i}`, i);
    bob.doc.getMap('nodes').set(`b${i}`, i);
  }
  const sizes = () => [ada, bob].map(({ doc }) => doc.getMap('nodes').size);
  await until(() => sizes().every(size => size === 40), 'both have all');
});

it('finds by itself what it did not hear of', async () => {
  const [one, two] = await twoHubs({ deaf: true }, { headCheck: 20 });
  const ada = stockClient(one.url, 'doc1', 'ada');
  const bob = stockClient(two.url, 'doc1', 'bob');
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  ada.doc.getMap('nodes').set('a', 1);
  await until(() => bob.doc.getMap('nodes').has('a'), 'bob has it');
});

it('shows who is on the other hub, also to who comes later, and takes back who leaves', async () => {
  const [one, two] = await twoHubs();
  const ada = stockClient(one.url, 'doc1', 'ada');
  await untilSynced(ada);
  ada.awareness.setLocalStateField('cursor', [1, 2]);
  const bob = stockClient(two.url, 'doc1', 'bob');
  await until(() => bob.awareness.getStates().has(ada.doc.clientID), 'bob sees ada');
  expect(bob.awareness.getStates().get(ada.doc.clientID)).toMatchObject({ user: { username: 'ada' } });
  const carl = stockClient(two.url, 'doc1', 'carl');
  await until(() => carl.awareness.getStates().has(ada.doc.clientID), 'carl sees ada');
  ada.destroy();
  await until(() => !carl.awareness.getStates().has(ada.doc.clientID), 'ada is gone');
});

it('tells and sends away on all hubs', async () => {
  const [one, two] = await twoHubs();
  await RawClient.open(`${one.url}rooms/doc1`);
  const bob = await RawClient.open(`${two.url}rooms/doc1`, { ...WEFT, user: 'bob' });
  await bob.take(64);
  one.rooms.tell('doc1', { kind: 'version', what: 'saved', name: 'v1', by: 'ada' });
  expect(jsonOf(await bob.take(66))).toMatchObject({ kind: 'version', name: 'v1' });
  await one.store.share('doc1', { username: 'bob', role: 'viewer' });
  await one.rooms.rolesChanged('doc1');
  expect((await bob.untilClosed()).code).toBe(CLOSE.revoked);
});
