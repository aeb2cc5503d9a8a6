import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { testHub } from '../testing/hub';
import { edit, presenceFrame, RawClient, updateFrame, updateOf } from '../testing/raw-client';
import { until } from '../testing/until';

const ROOM = 'rooms/doc1';
/** More than are reached at once. */
const CLIENTS = 150;
/** Updates whose frames tell their length in each of the three ways that there are. */
const SIZES = [10, 1000, 70_000, 20];

const editsOf = ({ frames }: RawClient) => frames.filter(([type, step]) => type === 0 && step === 2);

const keysOf = (client: RawClient) =>
  editsOf(client).flatMap(frame => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, updateOf(frame));
    return [...doc.getMap('nodes').keys()];
  });

it('brings every edit to each of many clients once and in order, but not to its author', async () => {
  const hub = await testHub({}, { userConnections: 1000 });
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => RawClient.open(hub.url + ROOM)));
  await Promise.all(clients.map(client => client.take(0, 0)));
  const [author, other, ...all] = clients;
  author.send(presenceFrame([1, 1, '{}']));
  SIZES.forEach((size, i) => author.send(updateFrame(edit(`key ${i}`, 'x'.repeat(size)))));
  other.send(updateFrame(edit('other')));
  await until(() => all.every(client => editsOf(client).length === SIZES.length + 1), 'all have all');
  const own = SIZES.map((_, i) => `key ${i}`);
  for (const client of all) {
    expect(keysOf(client).filter(key => key !== 'other')).toEqual(own);
  }
  await until(() => editsOf(other).length === SIZES.length && editsOf(author).length === 1, 'authors too');
  expect(keysOf(other)).toEqual(own);
  expect(keysOf(author)).toEqual(['other']);
});
