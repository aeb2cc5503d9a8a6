import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newPipeline, writePipeline } from '../../pipeline';
import type { Peer, SessionState } from '../../session';
import type { Presence, Role } from '../../wire';
import { OneFile } from '../testing/one-file';
import { WeftDocument } from '../weft-document';
import { DiskFile } from './disk-file';
import { FileCopy } from './file-copy';
import { FileKeeper } from './file-keeper';

const NOTE = { kind: 'note', text: 'as it was' };
const TEXT = writePipeline({ ...newPipeline({ id: 'doc', name: 'demo' }), nodes: { a: NOTE } });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A keeper of a file, and what it hears of the room from; time passes only when told to. */
async function keep(role: Role, peers: Peer[] = []) {
  const document = new WeftDocument();
  document.setSource(TEXT);
  const listeners = new Set<() => void>();
  let shown: Partial<Presence> = {};
  const state: SessionState = {
    connection: 'live',
    message: null,
    role,
    user: null,
    epoch: 'e',
    unsent: 0
  };
  const session = {
    state,
    peers,
    show: (part: Partial<Presence>) => {
      shown = { ...shown, ...part };
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }
  };
  const file = new OneFile(TEXT);
  const disk = new DiskFile(file, () => 'demo.weft');
  const copy = new FileCopy(
    { doc: document.shared, disk, ask: () => Promise.resolve(null), agreed: () => undefined },
    await disk.read()
  );
  const keeper = new FileKeeper({ document, session, copy, disk, writable: () => true, place: () => 'here' });
  const become = (change: Partial<SessionState>) => {
    session.state = { ...session.state, ...change };
    listeners.forEach(listener => listener());
  };
  return {
    document,
    file,
    keeper,
    become,
    shownPlace: () => shown.place,
    /** Edits as a session does: what it counts as unsent is known only after the edit. */
    async edit() {
      document.shared.write(['nodes', 'a', 'text'], 'edited');
      become({ unsent: 1 });
      await Promise.resolve();
    },
    async end() {
      await keeper.dispose();
      document.dispose();
    }
  };
}

test('who may not edit any more is no candidate for writing the file, and is one again afterwards', async () => {
  const one = await keep('editor');
  expect(one.shownPlace()).toMatch(/^here/);
  one.become({ role: 'viewer' });
  expect(one.shownPlace()).toBeUndefined();
  one.become({ role: 'owner' });
  expect(one.shownPlace()).toMatch(/^here/);
  await one.end();
});

test('closing writes at once what the hub has', async () => {
  const one = await keep('editor');
  await one.edit();
  one.become({ unsent: 0 });
  expect(one.document.dirty).toBe(true);
  await one.keeper.finish();
  expect([one.document.dirty, one.file.writes]).toEqual([false, 1]);
  expect(one.file.text).toContain('edited');
  await one.end();
  expect(one.file.writes).toBe(1);
});

test('closing waits for the hub, which is about to say that it has the last edit', async () => {
  const one = await keep('editor');
  await one.edit();
  const finished = one.keeper.finish();
  await vi.advanceTimersByTimeAsync(100);
  expect([one.document.dirty, one.file.writes]).toEqual([true, 0]);
  one.become({ unsent: 0 });
  await vi.advanceTimersByTimeAsync(100);
  await finished;
  expect([one.document.dirty, one.file.writes]).toEqual([false, 1]);
  await one.end();
});

test.each<Partial<SessionState>>([{ connection: 'offline' }, { message: 'The hub cannot store edits.' }])(
  'an edit that the hub does not take stays to be asked about: %o',
  async state => {
    const one = await keep('editor');
    await one.edit();
    one.become(state);
    await one.keeper.finish();
    expect([one.document.dirty, one.file.writes]).toEqual([true, 0]);
    await one.end();
  }
);

test('an edit that the hub never answers stays to be asked about, after a while', async () => {
  const one = await keep('editor');
  await one.edit();
  const finished = one.keeper.finish();
  await vi.advanceTimersByTimeAsync(5000);
  await finished;
  expect([one.document.dirty, one.file.writes]).toEqual([true, 0]);
  await one.end();
});

test('a file that cannot be written stays to be asked about', async () => {
  const one = await keep('editor');
  await one.edit();
  one.become({ unsent: 0 });
  one.file.change(null);
  await one.keeper.finish();
  expect(one.document.dirty).toBe(true);
  expect(one.keeper.trouble).not.toBeNull();
  await one.end();
});

test('who does not write the file has nothing to be asked about once the hub has the edit, and not before', async () => {
  const writer: Peer = {
    client: 0,
    user: { username: 'bob', name: 'Bob' },
    colour: 1,
    presence: { place: 'here' }
  };
  const one = await keep('editor', [writer]);
  await one.edit();
  expect(one.document.dirty).toBe(true);
  one.become({ unsent: 0 });
  expect(one.document.dirty).toBe(false);
  await one.keeper.finish();
  await one.end();
  expect(one.file.writes).toBe(0);
});
