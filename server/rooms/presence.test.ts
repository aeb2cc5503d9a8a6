import { expect, it } from 'vitest';
import { testHub } from '../testing/hub';
import { presenceFrame, RawClient } from '../testing/raw-client';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';
import { type Presence, readPresence } from './presence';
import { CLOSE } from '../../src/wire';

const ROOM = 'rooms/doc1';
const shown = async (client: RawClient) => {
  const frame = await client.take(1);
  return readPresence(frame.subarray(frame[1] < 128 ? 2 : 3));
};

it('shows stock clients to each other, and takes back who leaves', async () => {
  const hub = await testHub();
  const ada = stockClient(hub.url, 'doc1', 'ada');
  const bob = stockClient(hub.url, 'doc1', 'bob');
  ada.awareness.setLocalStateField('cursor', [1, 2]);
  bob.awareness.setLocalStateField('cursor', [3, 4]);
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  await until(() => bob.awareness.getStates().has(ada.doc.clientID), 'bob sees ada');
  expect(bob.awareness.getStates().get(ada.doc.clientID)).toEqual({
    cursor: [1, 2],
    user: { username: 'ada' }
  });
  await until(() => ada.awareness.getStates().has(bob.doc.clientID), 'ada sees bob');
  bob.ws?.close();
  await until(() => !ada.awareness.getStates().has(bob.doc.clientID), 'bob is gone');
});

it('drops what a client says of others', async () => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM, { user: 'ada' });
  const mallory = await RawClient.open(hub.url + ROOM, { user: 'mallory' });
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  ada.send(presenceFrame([1, 5, '{"name":"ada"}']));
  await shown(bob);
  mallory.send(
    presenceFrame([1, 9, '{"name":"forged"}'], [2, 1, '{"name":"mallory"}'], [1, 9, 'null'], [3, 1, '{}'])
  );
  mallory.send(presenceFrame([1, 10, 'null'], [2, 2, '{"name":"still mallory"}']));
  expect(await shown(bob)).toEqual([
    { client: 2, clock: 2, state: '{"name":"still mallory","user":{"username":"mallory"}}' }
  ]);
  mallory.socket.terminate();
  expect(await shown(bob)).toEqual([{ client: 2, clock: 2, state: 'null' }]);
  const late = await RawClient.open(hub.url + ROOM, { user: 'late' });
  expect(await shown(late)).toEqual([
    { client: 1, clock: 5, state: '{"name":"ada","user":{"username":"ada"}}' }
  ]);
});

it('gathers the moves of a moment into one frame with the last state of each', async () => {
  const hub = await testHub();
  const [ada, bob, carl] = await Promise.all(
    ['ada', 'bob', 'carl'].map(user => RawClient.open(hub.url + ROOM, { user }))
  );
  for (let clock = 1; clock <= 20; clock++) {
    ada.send(presenceFrame([1, clock, `{"x":${clock}}`]));
  }
  bob.send(presenceFrame([2, 1, '{}']));
  const states: Presence[] = [];
  while (!states.some(({ client }) => client === 2) || !states.some(({ clock }) => clock === 20)) {
    states.push(...(await shown(carl)));
  }
  expect(states.length).toBeLessThan(20);
});

it.each([
  ['too large', `{"x":"${'y'.repeat(5000)}"}`, CLOSE.tooLarge],
  ['not JSON', '{"x":', CLOSE.malformed],
  ['no object', '"x"', CLOSE.malformed],
  ['a list', '[1]', CLOSE.malformed],
  ['too deep', '{"a":[[[[[[[[1]]]]]]]]}', CLOSE.malformed]
])('sends a client away whose state is %s', async (_, state, code) => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM);
  ada.send(presenceFrame([1, 1, state]));
  expect((await ada.untilClosed()).code).toBe(code);
});

it('says itself who shows a state, whatever the client says', async () => {
  const hub = await testHub();
  const mallory = await RawClient.open(hub.url + ROOM, { user: 'mallory' });
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  mallory.send(presenceFrame([1, 1, '{"user":{"username":"ada","name":"Ada"},"cursor":[1,2]}']));
  const [{ state }] = await shown(bob);
  expect(JSON.parse(state)).toEqual({ user: { username: 'mallory' }, cursor: [1, 2] });
});

it('gives the number of a connection that was lost to the same user, and to nobody else', async () => {
  const hub = await testHub();
  const lost = await RawClient.open(hub.url + ROOM, { user: 'ada' });
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  lost.send(presenceFrame([1, 1, '{"at":1}']));
  await shown(bob);
  const mallory = await RawClient.open(hub.url + ROOM, { user: 'mallory' });
  mallory.send(presenceFrame([1, 2, '{"at":2}']));
  const again = await RawClient.open(hub.url + ROOM, { user: 'ada' });
  again.send(presenceFrame([1, 3, '{"at":3}']));
  expect((await shown(bob)).map(({ clock }) => clock)).toEqual([3]);
  lost.socket.terminate();
  again.send(presenceFrame([1, 4, '{"at":4}']));
  expect(await shown(bob)).toMatchObject([{ client: 1, clock: 4 }]);
});

it('answers a client that asks who is here', async () => {
  const hub = await testHub();
  const ada = await RawClient.open(hub.url + ROOM, { user: 'ada' });
  const bob = await RawClient.open(hub.url + ROOM, { user: 'bob' });
  ada.send(presenceFrame([1, 1, '{}']));
  await shown(bob);
  bob.send(new Uint8Array([3]));
  expect(await shown(bob)).toEqual([{ client: 1, clock: 1, state: '{"user":{"username":"ada"}}' }]);
});
