import * as Y from 'yjs';
import { CLOSE } from '../../src/wire';
import { Refusal } from './refusal';
import { StateCache } from './state-cache';

/** What became of an update. */
export interface Applied {
  /** What it changed, as updates to pass on and to store; none if all of it was known. */
  changes: Uint8Array[];
  /** False while some of it waits for predecessors that never came. */
  whole: boolean;
}

export type Decoded = ReturnType<typeof Y.decodeUpdate>;

/** The document of a room in memory. */
export class RoomDocument {
  readonly doc = new Y.Doc();
  private changes: Uint8Array[] = [];
  private readonly states: StateCache;

  /**
   * `most`: how many bytes of a state a frame may hold.
   * @throws Error when a stored update cannot be applied.
   */
  constructor(stored: readonly Uint8Array[], most: number) {
    this.states = new StateCache(most);
    this.doc.transact(() => stored.forEach(update => Y.applyUpdate(this.doc, update)));
    this.forget();
    this.doc.on('update', (change: Uint8Array) => {
      this.changes.push(change);
      this.states.changed(change);
    });
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Bytes of what waits for predecessors that never came: it is neither stored nor shown to others. */
  get gap(): number {
    const { pendingStructs, pendingDs } = this.doc.store;
    return (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);
  }

  /** Drops what waits for predecessors: each further update would try it again. */
  forget(): void {
    this.doc.store.pendingStructs = this.doc.store.pendingDs = null;
  }

  /**
   * Applies an update. It is decoded before anything is applied: Yjs applies a truncated one in part.
   *
   * @param admit throws when it may not be applied
   * @throws Refusal when the bytes are no update, or what `admit` throws; the document is as before.
   * @throws Error when the update fails half-way; the document is of no use any more.
   */
  apply(update: Uint8Array, admit: (decoded: Decoded) => void = () => undefined): Applied {
    admit(decode(update));
    const { pendingStructs, pendingDs } = this.doc.store;
    const before = pendingStructs?.update;
    const changes = this.collect(() => Y.applyUpdate(this.doc, update));
    const after = this.doc.store;
    return { changes, whole: after.pendingStructs?.update === before && same(after.pendingDs, pendingDs) };
  }

  /** Runs edits of the hub itself; returns what they changed. */
  collect(edit: () => void): Uint8Array[] {
    this.changes = [];
    edit();
    return this.changes;
  }

  /** Frames that bring a client to what the document is now, the last of them a `step2`. @throws Refusal */
  answer(vector: Uint8Array): readonly Buffer[] {
    return this.states.answer(vector, () => this.since(vector));
  }

  /** All that a state vector lacks, without what waits for predecessors. @throws Refusal */
  since(vector?: Uint8Array): Uint8Array {
    const { store } = this.doc;
    const { pendingStructs, pendingDs } = store;
    this.forget();
    try {
      return Y.encodeStateAsUpdate(this.doc, vector);
    } catch {
      throw new Refusal(CLOSE.malformed, 'The state vector cannot be read.');
    } finally {
      Object.assign(store, { pendingStructs, pendingDs });
    }
  }

  destroy(): void {
    this.doc.destroy();
  }
}

function decode(update: Uint8Array): Decoded {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new Refusal(CLOSE.notApplicable, 'The update cannot be read; reload the page.');
  }
}

const same = (a: Uint8Array | null, b: Uint8Array | null) =>
  a === b || (a !== null && b !== null && Buffer.compare(a, b) === 0);
