import { expect, test } from 'vitest';
import { until } from '../../server/testing/until';
import { readPipeline, writePipeline } from '../pipeline';
import { FILE, RoomClient, untilSame } from './testing/room-client';
import { TestHub } from './testing/test-hub';

/** What the room of the other hub is made of. */
const OTHER = writePipeline({ ...FILE, name: 'other', description: 'of another history' });

/** Ann with two edits that her hub never got, and Bob in a room of the same pipeline on another hub. */
async function apart() {
  const [hub, other] = [await TestHub.start(), await TestHub.start()];
  let { url } = hub;
  const ann = new RoomClient(() => url, { username: 'ann' });
  await ann.untilSaved();
  const bob = other.join('bob', { text: OTHER });
  await bob.untilSaved();
  await ann.goOffline();
  ann.rename('anns');
  ann.shared.write(['nodes', 'train', 'title'], 'Anns');
  url = other.url;
  ann.goOnline();
  return { ann, bob };
}

test('a room with another history is never mixed in: both are offered, and nothing is written', async () => {
  const { ann, bob } = await apart();
  await ann.until('diverged');
  const { divergence } = ann.session;
  expect(divergence).toEqual({ base: null, mine: ann.text, theirs: OTHER });
  expect(ann.name).toBe('anns');
  bob.rename('still bobs');
  await bob.untilSaved();
  expect(bob.text).toBe(OTHER.replace('"other"', '"still bobs"'));
  expect(ann.name).toBe('anns');
});

test('who takes what the room holds is in it', async () => {
  const { ann, bob } = await apart();
  await ann.until('diverged');
  ann.session.resolve('theirs');
  expect(ann.session.divergence).toBeNull();
  await untilSame(ann, bob);
  expect(ann.text).toBe(OTHER);
  expect(ann.shared.canUndo).toBe(false);
});

test('who takes what is here writes it over the room, as an edit that can be undone', async () => {
  const { ann, bob } = await apart();
  await ann.until('diverged');
  const mine = ann.text;
  ann.session.resolve('mine');
  await untilSame(ann, bob);
  expect(bob.text).toBe(mine);
  ann.shared.undo();
  await untilSame(ann, bob);
  expect(bob.text).toBe(OTHER);
});

test('what was made of both is written, and what the room got meanwhile stays', async () => {
  const { ann, bob } = await apart();
  await ann.until('diverged');
  bob.shared.write(['nodes', 'load', 'title'], 'meanwhile');
  await bob.untilSaved();
  const { theirs } = ann.session.divergence!;
  ann.session.resolve({ ...readPipeline(theirs), name: 'both' });
  await untilSame(ann, bob);
  expect([bob.name, bob.shared.pipeline.nodes.load.title]).toEqual(['both', 'meanwhile']);
  expect(bob.shared.pipeline.description).toBe('of another history');
});

test('a hub that lost a room gets it back from the first who comes, and the next is not asked', async () => {
  const [hub, empty] = [await TestHub.start(), await TestHub.start()];
  let { url } = hub;
  const [ann, bob] = ['ann', 'bob'].map(username => new RoomClient(() => url, { username }));
  await untilSame(ann, bob);
  ann.rename('latest');
  await untilSame(ann, bob);
  const { epoch } = ann.session.state;
  url = empty.url;
  await Promise.all([ann.goOffline(), bob.goOffline()]);
  ann.goOnline();
  await ann.untilSaved();
  bob.goOnline();
  await untilSame(ann, bob);
  expect([bob.name, ann.session.state.epoch === epoch]).toEqual(['latest', false]);
});

test('without a hub the file is edited alone; a hub that appears then gets it, or offers both', async () => {
  const hub = await TestHub.start();
  const alone = (username: string, hasHub = false) => {
    const client = hub.join(username);
    client.hasHub = hasHub;
    return client;
  };
  const [ann, bob, eve] = [alone('ann'), alone('bob'), alone('eve')];
  await until(() => [ann, bob, eve].every(client => client.is('alone')), 'all are alone');
  ann.rename('anns');
  bob.rename('bobs');
  for (const client of [ann, bob, eve]) {
    client.hasHub = true;
  }
  ann.session.reconnect();
  await ann.until('diverged');
  ann.session.resolve('mine');
  await ann.untilSaved();
  eve.session.reconnect();
  await untilSame(ann, eve);
  bob.session.reconnect();
  await bob.until('diverged');
  expect(bob.session.divergence).toMatchObject({ mine: bob.text, theirs: ann.text });
  expect(bob.name).toBe('bobs');
});
