import { expect, test } from 'vitest';
import type { Limits } from '../../server/limits';
import { testHub } from '../../server/testing/hub';
import { until } from '../../server/testing/until';
import { SqliteStore } from '../../server/stores';
import { temporaryFolder } from '../../server/testing/hub';
import { writePipeline } from '../pipeline';
import { FILE, ROOM, RoomClient, untilSame } from './testing/room-client';

async function room(limits: Partial<Limits> = {}) {
  const store = new SqliteStore(temporaryFolder());
  const hub = await testHub({ store }, limits);
  return {
    hub,
    store,
    join: (username?: string, more = {}) => new RoomClient(() => hub.url, { username, ...more })
  };
}

test('the first client gives the room its pipeline, and all see and edit the same from then on', async () => {
  const { join } = await room();
  const ann = join('ann');
  expect(ann.session.state).toMatchObject({ connection: 'connecting', role: null });
  await ann.until('live');
  expect(ann.shared.stored).toEqual(FILE);
  expect(ann.session.state).toMatchObject({ role: 'owner', user: { username: 'ann' }, message: null });
  const bob = join('bob', { text: '' });
  await bob.until('live');
  bob.rename('bobs');
  ann.shared.write(['nodes', 'train', 'title'], 'Anns');
  expect(ann.session.state.unsent).toBeGreaterThan(0);
  await untilSame(ann, bob);
  expect([ann.name, bob.shared.pipeline.nodes.train.title]).toEqual(['bobs', 'Anns']);
});

test('many who open a new room at once make one pipeline of it', async () => {
  const { join } = await room();
  const clients = ['ann', 'bob', 'eve'].map(name => join(name));
  await untilSame(...clients);
  expect(clients[2].shared.stored).toEqual(FILE);
  expect(clients[0].session.state.epoch).toBe(clients[1].session.state.epoch);
});

test('edits made offline are counted, kept, and sent on return', async () => {
  const { join } = await room();
  const [ann, bob] = [join('ann'), join('bob')];
  await untilSame(ann, bob);
  await ann.goOffline();
  await ann.until('offline');
  ann.rename('offline');
  ann.shared.write(['layout', 'train'], [5, 5]);
  bob.shared.write(['nodes', 'train', 'title'], 'meanwhile');
  expect(ann.session.state.unsent).toBe(2);
  ann.goOnline();
  await untilSame(ann, bob);
  expect([bob.name, ann.shared.pipeline.nodes.train.title]).toEqual(['offline', 'meanwhile']);
});

test('everybody sees the others, and nobody who left', async () => {
  const { join } = await room();
  const [ann, bob] = [join('ann'), join('bob')];
  await untilSame(ann, bob);
  ann.session.show({ cursor: [1, 2], selection: ['train'] });
  const cursor = () => bob.session.peers.map(({ user, presence }) => [user.username, presence.cursor]);
  await until(() => cursor().length === 1 && cursor()[0][1] !== undefined, 'Ann is seen');
  expect(cursor()).toEqual([['ann', [1, 2]]]);
  const { peers } = bob.session;
  ann.rename('other');
  await until(() => bob.name === 'other', 'Bob has the edit');
  expect(bob.session.peers).toBe(peers);
  ann.session.show({ cursor: undefined });
  expect(ann.session.shown).toEqual({ selection: ['train'] });
  await until(() => bob.session.peers[0]?.presence.cursor === undefined, 'the cursor is gone');
  ann.leave();
  await until(() => bob.session.peers.length === 0, 'Ann is gone');
});

test('who may not edit reads, and a changed role is taken up at once', async () => {
  const { join, store } = await room();
  const ann = join('ann');
  await ann.untilSaved();
  await store.share(ROOM, { username: 'bob', role: 'viewer' });
  const bob = join('bob', { text: '' });
  await bob.until('live');
  expect(bob.session.state.role).toBe('viewer');
  expect(bob.shared.stored).toEqual(FILE);
  const comment = { do: 'open', thread: 't1', message: 'm1', text: 'Why?' } as const;
  expect(bob.session.comment(comment)).toBe(false);
  bob.rename('mine'); // as no view lets one do
  await bob.until('refused');
  expect(bob.session.state.message).toMatch(/\.$/);
  expect(ann.name).toBe(FILE.name);
  bob.session.reconnect();
  await bob.until('live');
  expect(bob.shared.stored).toEqual(FILE);
});

test('edits made offline by who may not edit any more are set aside, and do not shut the user out', async () => {
  const { join, store } = await room();
  const lost: string[] = [];
  const setAside = async (...said: string[]) => void lost.push(...said);
  const [ann, bob] = [join('ann'), join('bob', { setAside })];
  await untilSame(ann, bob);
  await bob.goOffline();
  bob.rename('bobs');
  await store.share(ROOM, { username: 'bob', role: 'viewer' });
  bob.goOnline();
  await bob.untilSaved();
  expect([bob.name, bob.session.state.role]).toEqual([FILE.name, 'viewer']);
  expect(lost).toEqual([
    writePipeline({ ...FILE, name: 'bobs' }),
    'You may not edit this pipeline any more.'
  ]);
});

test('so is an edit that would make the room too large, and the user can go on, to delete something', async () => {
  const { join } = await room({ roomBytes: 20_000 });
  const lost: string[] = [];
  const ann = join('ann', { setAside: async (...said: string[]) => void lost.push(...said) });
  await ann.untilSaved();
  ann.rename('x'.repeat(20_000));
  await until(() => lost.length > 0, 'the edit is set aside');
  await ann.untilSaved();
  expect(ann.shared.stored).toEqual(FILE);
  expect(lost).toEqual([
    writePipeline({ ...FILE, name: 'x'.repeat(20_000) }),
    expect.stringMatching(/larger than 20000 bytes; delete something/)
  ]);
  ann.rename('short');
  await ann.untilSaved();
  expect(ann.name).toBe('short');
});

test('a commenter comments through the hub, again when the connection was lost before it was acknowledged', async () => {
  const { join, store } = await room();
  const ann = join('ann');
  await ann.untilSaved();
  await store.share(ROOM, { username: 'bob', role: 'commenter' });
  const bob = join('bob');
  await bob.until('live');
  expect(bob.session.comment({ do: 'open', thread: 't1', message: 'm1', text: 'Why?' })).toBe(true);
  await bob.goOffline();
  expect(bob.session.state.unsent).toBe(1);
  bob.goOnline();
  await until(() => ann.shared.pipeline.comments?.t1 !== undefined, 'Ann reads the comment');
  await untilSame(ann, bob);
  expect(ann.session.comment({ do: 'reply', thread: 't1', message: 'm2', text: 'So.' })).toBe(true);
  await untilSame(ann, bob);
  const { messages } = bob.shared.pipeline.comments!.t1;
  expect([messages.m1.by, messages.m2.by]).toEqual(['bob', 'ann']);
});

test('each connection asks anew where the room is and by what token', async () => {
  const { join } = await room();
  const ann = join('ann');
  await ann.until('live');
  expect(ann.asked).toBe(1);
  await ann.goOffline();
  await until(() => ann.asked > 2, 'it tries again');
  expect(ann.session.state.connection).toBe('offline');
  ann.goOnline();
  await ann.until('live');
});

test('a room that cannot be is refused in a sentence, and not asked for again', async () => {
  const { join } = await room();
  const ann = join('ann', { room: 'no-such.room' });
  await ann.until('refused');
  expect(ann.session.state.message).toMatch(/\.$/);
  const { asked } = ann;
  await new Promise(resolve => setTimeout(resolve, 100));
  expect(ann.asked).toBe(asked);
});
