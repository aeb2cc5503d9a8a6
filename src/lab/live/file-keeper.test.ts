import { expect, test } from 'vitest';
import { newPipeline, writePipeline } from '../../pipeline';
import type { Presence, Role } from '../../wire';
import { WeftDocument } from '../weft-document';
import { DiskFile } from './disk-file';
import { FileCopy } from './file-copy';
import { FileKeeper } from './file-keeper';

const TEXT = writePipeline(newPipeline({ id: 'doc', name: 'demo' }));

/** A keeper of a file that is never reached, and what it hears of roles from. */
function keep(role: Role) {
  const document = new WeftDocument();
  document.setSource(TEXT);
  const listeners = new Set<() => void>();
  let shown: Partial<Presence> = {};
  const session = {
    state: { connection: 'live' as const, message: null, role, user: null, epoch: 'e', unsent: 0 },
    peers: [],
    show: (part: Partial<Presence>) => {
      shown = { ...shown, ...part };
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    }
  };
  const disk = new DiskFile({ get: () => Promise.reject(), save: () => Promise.reject() }, () => 'demo.weft');
  const copy = new FileCopy(
    { doc: document.shared, disk, ask: () => Promise.resolve(null), agreed: () => undefined },
    null
  );
  const keeper = new FileKeeper({ document, session, copy, disk, writable: () => true, place: () => 'here' });
  return {
    shownPlace: () => shown.place,
    become(next: Role) {
      session.state = { ...session.state, role: next };
      listeners.forEach(listener => listener());
    },
    async end() {
      await keeper.dispose();
      document.dispose();
    }
  };
}

test('who may not edit any more is no candidate for writing the file, and is one again afterwards', async () => {
  const one = keep('editor');
  expect(one.shownPlace()).toMatch(/^here/);
  one.become('viewer');
  expect(one.shownPlace()).toBeUndefined();
  one.become('owner');
  expect(one.shownPlace()).toMatch(/^here/);
  await one.end();
});
