import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import { SqliteStore } from '../../server/stores';
import { temporaryFolder } from '../../server/testing/hub';
import { until } from '../../server/testing/until';
import { writePipeline } from '../pipeline';
import { FILE, ROOM, untilSame } from './testing/room-client';
import { realTimers, type Timers } from './timers';
import { TestHub } from './testing/test-hub';

const KEPT = { storage: true };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

const databases = async () => (await indexedDB.databases()).map(({ name }) => name ?? '');

/** Resolves when the browser remembers how many edits are unsent. */
const written = () => new Promise(resolve => setTimeout(resolve, 100));

test('edits made offline survive a reload, are counted, and are sent when the hub is back', async () => {
  const hub = await TestHub.start();
  const ann = hub.join('ann', KEPT);
  await ann.untilSaved();
  await ann.goOffline();
  ann.rename('offline');
  ann.shared.write(['layout', 'train'], [5, 5]);
  await written();
  ann.leave();
  const again = hub.join('ann', { ...KEPT, text: writePipeline({ ...FILE, name: 'of-the-file' }) });
  await again.goOffline();
  await again.until('offline');
  expect(again.session.state).toMatchObject({ unsent: 2, role: 'owner' });
  expect(again.name).toBe('offline');
  again.goOnline();
  const bob = hub.join('bob');
  await untilSame(again, bob);
  expect(bob.name).toBe('offline');
  await written();
  again.leave();
  const last = hub.join('ann', KEPT);
  await last.goOffline();
  await last.until('offline');
  expect(last.session.state.unsent).toBe(0);
});

test('an edit counts as unsent however soon after it the page is gone', async () => {
  const hub = await TestHub.start();
  const after: Timers['after'] = (wait, run) =>
    wait === 250 ? () => undefined : realTimers.after(wait, run);
  const ann = hub.join('ann', { ...KEPT, timers: { ...realTimers, after } });
  await ann.untilSaved();
  await ann.goOffline();
  ann.rename('offline');
  await written();
  const again = hub.join('ann', KEPT); // while the first is as good as gone: it was not closed
  await again.goOffline();
  await again.until('offline');
  expect(again.session.state.unsent).toBe(1);
});

test('a room that was made anew while one was away offers both, with what both had last; then the old one is deleted', async () => {
  const [hub, other] = [await TestHub.start(), await TestHub.start()];
  const ann = hub.join('ann', KEPT);
  await ann.untilSaved();
  ann.rename('agreed');
  await ann.untilSaved();
  await written();
  const agreed = ann.text;
  await ann.goOffline();
  ann.rename('anns');
  await written();
  ann.leave();
  const before = await databases();
  const bob = other.join('bob', { text: agreed.replace('"agreed"', '"bobs"') });
  await bob.untilSaved();
  const again = other.join('ann', KEPT);
  await again.until('diverged');
  expect(again.session.divergence).toEqual({
    base: agreed,
    mine: agreed.replace('"agreed"', '"anns"'),
    theirs: bob.text
  });
  again.leave();
  const later = other.join('ann', KEPT);
  await later.until('diverged');
  expect(await databases()).toEqual(before);
  later.session.resolve('mine');
  await untilSame(later, bob);
  expect(bob.name).toBe('anns');
  await until(async () => (await databases()).some(name => !before.includes(name)), 'the room is kept');
  await until(async () => (await databases()).length === before.length, 'the old one is deleted');
});

test('two tabs of one browser keep one room, and lose nothing of each other', async () => {
  const hub = await TestHub.start();
  const [one, two] = [hub.join('ann', KEPT), hub.join('ann', KEPT)];
  await untilSame(one, two);
  await until(() => one.session.peers[0]?.user.username === 'ann', 'the other tab is seen');
  await Promise.all([one.goOffline(), two.goOffline()]);
  one.rename('from-one');
  two.shared.write(['nodes', 'train', 'title'], 'from two');
  await written();
  [one, two].forEach(tab => tab.leave());
  const again = hub.join('ann', KEPT);
  await again.untilSaved();
  expect([again.name, again.shared.pipeline.nodes.train.title]).toEqual(['from-one', 'from two']);
});

test('what one user did is not sent by another, nor to the hub of another server', async () => {
  const [hub, other] = [await TestHub.start(), await TestHub.start()];
  const ann = hub.join('ann', { storage: 'ann@a' });
  await ann.untilSaved();
  await ann.goOffline();
  ann.rename('anns');
  await written();
  ann.leave();
  for (const [place, name] of [
    [hub, 'bob@a'],
    [other, 'ann@b']
  ] as const) {
    const client = place.join(name.slice(0, 3), { storage: name });
    await client.untilSaved();
    expect(client.name).toBe(FILE.name);
  }
});

test('a browser that keeps nothing says so while edits wait for the hub, and all else works', async () => {
  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('not in private windows', 'InvalidStateError');
    }
  });
  const hub = await TestHub.start();
  const ann = hub.join('ann', KEPT);
  await ann.untilSaved();
  ann.rename('works');
  await ann.untilSaved();
  expect(ann.session.state.message).toBeNull();
  await ann.goOffline();
  ann.rename('unsent');
  expect(ann.session.state.message).toMatch(/keeps nothing/);
  ann.goOnline();
  await ann.untilSaved();
  expect(ann.session.state.message).toBeNull();
});

test('edits that were set aside are in no way kept: neither shown nor sent any more', async () => {
  const folder = temporaryFolder();
  const store = new SqliteStore(folder);
  const hub = await TestHub.start(() => store);
  const lost: string[] = [];
  const setAside = async (text: string) => void lost.push(text);
  const options = { ...KEPT, setAside };
  const [ann, bob] = [hub.join('ann'), hub.join('bob', options)];
  await untilSame(ann, bob);
  await written();
  await bob.goOffline();
  bob.rename('bobs');
  await written();
  await store.share(ROOM, { username: 'bob', role: 'viewer' });
  bob.goOnline();
  await bob.untilSaved();
  await written();
  expect([bob.name, lost.length]).toEqual([FILE.name, 1]);
  await bob.goOffline();
  bob.goOnline();
  await bob.untilSaved();
  bob.leave();
  const again = hub.join('bob', options);
  await again.untilSaved();
  expect([again.name, again.session.state.unsent, lost.length]).toEqual([FILE.name, 0, 1]);
});

test('edits that could not be set aside stay kept, and are set aside at the next visit', async () => {
  const hub = await TestHub.start(undefined, { roomBytes: 20_000 });
  const large = 'x'.repeat(20_000);
  const ann = hub.join('ann', { ...KEPT, setAside: () => Promise.reject(new Error('The disk is full.')) });
  await ann.untilSaved();
  await written();
  ann.rename(large);
  await until(() => ann.name === FILE.name, 'the room is opened anew');
  await ann.untilSaved();
  await written();
  ann.leave();
  const lost: string[] = [];
  const again = hub.join('ann', { ...KEPT, setAside: async (text: string) => void lost.push(text) });
  await until(() => lost.length > 0, 'it is set aside');
  expect(lost).toEqual([writePipeline({ ...FILE, name: large })]);
  await again.untilSaved();
  expect(again.name).toBe(FILE.name);
});

test('a comment that the hub did not get is not kept, and not taken for an edit that is', async () => {
  const store = new SqliteStore(temporaryFolder());
  const hub = await TestHub.start(() => store);
  const lost: string[] = [];
  const options = { ...KEPT, setAside: async (text: string) => void lost.push(text) };
  const ann = hub.join('ann');
  await ann.untilSaved();
  await store.share(ROOM, { username: 'bob', role: 'commenter' });
  const bob = hub.join('bob', options);
  await bob.untilSaved();
  bob.session.comment({ do: 'open', thread: 't1', message: 'm1', text: 'Why?' });
  await bob.goOffline();
  await written();
  bob.leave();
  const again = hub.join('bob', options);
  await again.untilSaved();
  expect(lost).toEqual([]);
});
