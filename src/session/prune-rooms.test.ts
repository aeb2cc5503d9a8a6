import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { SqliteStore } from '../../server/stores';
import { temporaryFolder } from '../../server/testing/hub';
import { until } from '../../server/testing/until';
import { createSharedPipeline } from '../pipeline';
import { pruneRooms } from './prune-rooms';
import { type KeptRoom, RoomStorage } from './room-storage';
import { ROOM, type RoomClient, untilSame } from './testing/room-client';
import { TestHub } from './testing/test-hub';

const KEPT = { storage: true };
const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));

/** What is kept of the room, as another page of this browser finds it. */
async function found() {
  const storage = new RoomStorage(ROOM, () => undefined);
  const kept = await storage.find();
  storage.close();
  return kept;
}

/** Names of the databases of rooms; of one that is deleted, until that is done. */
const databases = async () =>
  (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('weft-room/') ? [name] : []));

/** Opens the room, lets the hub have all of it, and closes it. */
async function visit(hub: TestHub, edit?: (client: RoomClient) => void): Promise<void> {
  const ann = hub.join('ann', KEPT);
  await ann.untilSaved();
  edit?.(ann);
  await ann.untilSaved();
  await until(async () => (await found())?.base === ann.text, 'the browser knows that the hub has all');
  await closed(ann);
}

/** Closes a room, and resolves when no lock is held any more. */
async function closed(client: RoomClient): Promise<void> {
  client.leave();
  await until(async () => (await navigator.locks.query()).held?.length === 0, 'the room is closed');
}

/** Resolves when nothing is left to be written down. */
const written = () => new Promise(resolve => setTimeout(resolve, 100));

const prune = (days: number) => pruneRooms(Date.now() + days * DAY);

describe.skipIf(!('locks' in navigator))('rooms that are kept', () => {
  test('are deleted when the hub has all and nobody opened them for 60 days', async () => {
    const hub = await TestHub.start();
    await visit(hub, ann => ann.rename('of-ann'));
    await prune(59);
    expect([(await databases()).length, (await found())?.unsent]).toEqual([1, 0]);
    await prune(61);
    await until(async () => (await databases()).length === 0, 'the database is deleted');
    expect(await found()).toBeNull();
    await visit(hub, ann => expect(ann.name).toBe('of-ann'));
  });

  test('count as used when they are opened, also while there is no hub', async () => {
    const hub = await TestHub.start();
    await visit(hub);
    const before = (await found())?.used ?? NaN;
    vi.spyOn(Date, 'now').mockReturnValue(before + 50 * DAY);
    const again = hub.join('ann', KEPT);
    await again.goOffline();
    await again.until('offline');
    await closed(again);
    vi.restoreAllMocks();
    expect((await found())?.used).toBe(before + 50 * DAY);
    await pruneRooms(before + 100 * DAY);
    expect(await found()).not.toBeNull();
  });

  test('stay for good with an edit that the hub did not get, and it is sent in the end', async () => {
    const hub = await TestHub.start();
    const ann = hub.join('ann', KEPT);
    await ann.untilSaved();
    await ann.goOffline();
    ann.rename('unsent');
    await until(async () => (await found())?.unsent === 1, 'the edit is counted');
    await closed(ann);
    await prune(10_000);
    await visit(hub, again => expect(again.name).toBe('unsent'));
    await prune(10_000);
    expect(await found()).toBeNull();
  });

  test('stay with an edit that was not counted when the page was gone, until the hub has stored it', async () => {
    const folder = temporaryFolder();
    const hub = await TestHub.start(() => new SqliteStore(folder));
    await visit(hub);
    const [storage, ydoc] = [new RoomStorage(ROOM, () => undefined), new Y.Doc()];
    await storage.follow(ydoc, (await found())?.epoch ?? '');
    createSharedPipeline({ ydoc }).write(['meta', 'name'], 'uncounted');
    storage.close();
    expect((await found())?.unsent).toBe(0);
    await prune(10_000);
    await hub.end();
    const stalled = Object.assign(new SqliteStore(folder), {
      append: () => new Promise<never>(() => undefined)
    });
    await hub.begin(stalled);
    const [ann, bob] = [hub.join('ann', KEPT), hub.join('bob')];
    await until(() => ann.is('live') && bob.name === 'uncounted', 'the hub shows it');
    await written();
    await closed(ann);
    await prune(10_000);
    await stalled.close();
    await hub.begin(new SqliteStore(folder));
    await visit(hub, again => expect(again.name).toBe('uncounted'));
  });

  test.each<[string, (storage: RoomStorage, kept: KeptRoom) => Promise<void>]>([
    ['with counted edits that left no trace', (storage, { epoch }) => storage.setUnsent(epoch, 1)],
    ['where it is not known what the hub has', (storage, kept) => storage.keep({ ...kept, base: null })]
  ])('stay %s', async (_, change) => {
    const hub = await TestHub.start();
    await visit(hub);
    const { epoch, role, base } = (await found()) as KeptRoom;
    const storage = new RoomStorage(ROOM, () => undefined);
    await change(storage, { epoch, role, base });
    storage.close();
    await prune(10_000);
    expect(await found()).not.toBeNull();
  });

  test('stay while a tab has them open', async () => {
    const hub = await TestHub.start();
    const ann = hub.join('ann', KEPT);
    await ann.untilSaved();
    await until(async () => (await found())?.base === ann.text, 'all is kept');
    await prune(10_000);
    expect(await found()).not.toBeNull();
    ann.rename('goes-on');
    await ann.untilSaved();
    await until(async () => (await found())?.base === ann.text, 'edits are kept still');
  });

  test('are known to be all on the hub after what others edited, too', async () => {
    const hub = await TestHub.start();
    const [ann, bob] = [hub.join('ann', KEPT), hub.join('bob')];
    await untilSame(ann, bob);
    await until(async () => (await found())?.base === ann.text, 'all is kept');
    await written();
    bob.rename('of-bob');
    await until(async () => (await found())?.base?.includes('"of-bob"') ?? false, 'the browser knows it');
  });

  test('stay where the browser cannot tell what other tabs have open, or keeps nothing', async () => {
    const hub = await TestHub.start();
    await visit(hub);
    vi.stubGlobal('navigator', {});
    await prune(10_000);
    expect(await found()).not.toBeNull();
    vi.unstubAllGlobals();
    vi.stubGlobal('indexedDB', undefined);
    await expect(prune(10_000)).resolves.toBeUndefined();
  });
});
