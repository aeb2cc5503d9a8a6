import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readPipeline } from '../file/read-pipeline';
import { writePipeline } from '../file/write-pipeline';
import { findRepairs } from '../sanitise/find-repairs';
import { PATIENCE, runs } from '../testing/property';
import { EDIT_NAMES, editAtRandom, START } from '../testing/random-edits';
import type { SharedPipeline } from './contract';
import { createSharedPipeline } from './shared-pipeline';

/** A peer, and the updates of others that it has not seen: they may arrive late, twice and in any order. */
class Peer {
  readonly doc: SharedPipeline;
  readonly inbox: Uint8Array[] = [];

  constructor(clientID: number) {
    const ydoc = new Y.Doc();
    ydoc.clientID = clientID;
    this.doc = createSharedPipeline({ ydoc });
  }

  send(others: readonly Peer[]): void {
    this.doc.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') {
        others.filter(other => other !== this).forEach(other => other.inbox.push(update));
      }
    });
  }

  receive(index: number, keep: boolean): void {
    const update = this.inbox[index % this.inbox.length];
    if (update) {
      Y.applyUpdate(this.doc.ydoc, update, 'wire');
      this.inbox.splice(index % this.inbox.length, keep ? 0 : 1);
    }
  }
}

afterEach(() => vi.restoreAllMocks());

test(
  'documents that are edited at random and merged read the same and write the same',
  { timeout: PATIENCE },
  () => {
    let bytes = 7;
    vi.spyOn(globalThis.crypto, 'getRandomValues').mockImplementation(array => {
      (array as Uint8Array).forEach((_, i, all) => (all[i] = bytes = (bytes * 31 + 11) % 251));
      return array;
    });
    const step = fc.tuple(fc.nat(2), fc.nat(EDIT_NAMES.length + 11), fc.nat(2 ** 31), fc.nat(50));
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }), steps => {
        const peers = [new Peer(1), new Peer(2), new Peer(3)];
        peers[0].doc.load(START);
        peers.forEach(({ doc }) => Y.applyUpdate(doc.ydoc, Y.encodeStateAsUpdate(peers[0].doc.ydoc), 'wire'));
        peers.forEach(peer => peer.send(peers));
        for (const [who, what, random, which] of steps) {
          if (what < EDIT_NAMES.length) {
            editAtRandom(peers[who].doc, what, random);
            if (random % 4 === 0) {
              expect(peers[who].doc.stored).toEqual(readAfresh(peers[who].doc).stored);
            }
          } else {
            peers[who].receive(which, random % 4 === 0);
          }
        }
        for (const peer of peers) {
          while (peer.inbox.length > 0) {
            peer.receive(0, false);
          }
        }
        const [{ doc: one }, ...others] = peers;
        const text = writePipeline(one.stored);
        for (const { doc } of others) {
          expect(doc.pipeline).toEqual(one.pipeline);
          expect(doc.repairs).toEqual(one.repairs);
          expect(writePipeline(doc.stored)).toBe(text);
        }
        expect(findRepairs(one.pipeline)).toEqual(one.repairs.filter(({ kept }) => kept));
        expect(readPipeline(text)).toEqual(one.stored);
        peers.forEach(({ doc }) => doc.dispose());
      }),
      runs(500)
    );
  }
);

/** The document as one reads it who was not there. */
function readAfresh(doc: SharedPipeline): SharedPipeline {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(doc.ydoc));
  return createSharedPipeline({ ydoc });
}
