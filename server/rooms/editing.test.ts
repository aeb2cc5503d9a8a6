import fc from 'fast-check';
import { expect, it } from 'vitest';
import type * as Y from 'yjs';
import { temporaryFolder, testHub } from '../testing/hub';
import { stockClient, untilSynced } from '../testing/stock-client';
import { until } from '../testing/until';
import { SqliteStore } from '../stores';

const nodes = (doc: Y.Doc) => doc.getMap<number>('nodes');
const same = (docs: Y.Doc[]) => () =>
  new Set(docs.map(doc => JSON.stringify(Object.entries(nodes(doc).toJSON()).sort()))).size === 1;

it('lets two stock clients edit one document', async () => {
  const hub = await testHub();
  const ada = stockClient(hub.url, 'doc1', 'ada');
  const bob = stockClient(hub.url, 'doc1', 'bob');
  nodes(ada.doc).set('offline', 1);
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  nodes(ada.doc).set('train', 2);
  nodes(bob.doc).set('score', 3);
  await until(() => nodes(ada.doc).size === 3 && nodes(bob.doc).size === 3, 'both see three nodes');
  expect(nodes(bob.doc).toJSON()).toEqual({ offline: 1, train: 2, score: 3 });
  expect(nodes(ada.doc).toJSON()).toEqual(nodes(bob.doc).toJSON());
});

it('keeps rooms apart', async () => {
  const hub = await testHub();
  const ada = stockClient(hub.url, 'doc1', 'ada');
  const bob = stockClient(hub.url, 'doc2', 'bob');
  await Promise.all([untilSynced(ada), untilSynced(bob)]);
  nodes(ada.doc).set('train', 1);
  const carl = stockClient(hub.url, 'doc1', 'carl');
  await until(() => nodes(carl.doc).size === 1, 'the third reads the first');
  expect(nodes(bob.doc).size).toBe(0);
});

it('gives a restarted hub and a fresh client what was stored', async () => {
  const folder = temporaryFolder();
  const first = await testHub({ store: new SqliteStore(folder) });
  const ada = stockClient(first.url, 'doc1', 'ada');
  await untilSynced(ada);
  nodes(ada.doc).set('train', 1);
  const seer = stockClient(first.url, 'doc1', 'bob');
  await until(() => nodes(seer.doc).size === 1, 'the edit reached the hub');
  [ada, seer].forEach(client => client.destroy());
  await first.close();
  const second = await testHub({ store: new SqliteStore(folder) });
  const fresh = stockClient(second.url, 'doc1', 'carl');
  await untilSynced(fresh);
  expect(nodes(fresh.doc).toJSON()).toEqual({ train: 1 });
});

it('brings any clients that edit, leave and return to the same document', async () => {
  const hub = await testHub({}, { idle: 1, rows: 5 });
  const step = fc.record({
    client: fc.nat(2),
    what: fc.constantFrom('set', 'set', 'set', 'delete', 'leave', 'return'),
    key: fc.constantFrom('a', 'b', 'c')
  });
  let room = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async steps => {
      const id = `fuzz${room++}`;
      const clients = ['ada', 'bob', 'carl'].map(user => stockClient(hub.url, id, user));
      await Promise.all(clients.map(untilSynced));
      for (const [i, { client, what, key }] of steps.entries()) {
        const { doc } = clients[client];
        if (what === 'set') {
          nodes(doc).set(key, i);
        } else if (what === 'delete') {
          nodes(doc).delete(key);
        } else if (what === 'leave') {
          clients[client].disconnect();
        } else {
          clients[client].connect();
        }
        await new Promise(resolve => setImmediate(resolve));
      }
      clients.forEach(client => client.connect());
      const fresh = stockClient(hub.url, id, 'dora');
      const docs = [...clients, fresh].map(client => client.doc);
      await Promise.all([...clients, fresh].map(untilSynced));
      await until(same(docs), 'all read the same');
      [...clients, fresh].forEach(client => client.destroy());
    }),
    { numRuns: 15, seed: 7 }
  );
  expect(hub.events).toEqual([]);
});
