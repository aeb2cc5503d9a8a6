import * as Y from 'yjs';
import { CLOSE, Refusal } from './refusal';

/** The document of a room in memory. */
export class RoomDocument {
  private readonly doc = new Y.Doc();
  private changes: Uint8Array[] = [];
  private full: Uint8Array | null = null;

  /** @throws Error when a stored update cannot be applied. */
  constructor(stored: readonly Uint8Array[]) {
    this.doc.transact(() => stored.forEach(update => Y.applyUpdate(this.doc, update)));
    this.doc.on('update', (change: Uint8Array) => this.changes.push(change));
  }

  get vector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Bytes of updates whose predecessors never came: they are neither stored nor shown to others. */
  get gap(): number {
    const { pendingStructs, pendingDs } = this.doc.store;
    return (pendingStructs?.update.length ?? 0) + (pendingDs?.length ?? 0);
  }

  /**
   * Applies an update and returns what it changed; nothing if all of it was known.
   *
   * The update is decoded before anything is applied: Yjs applies a truncated one in part.
   *
   * @throws Refusal when the bytes are no update; the document is as before.
   * @throws Error when the update fails half-way; the document is of no use any more.
   */
  apply(update: Uint8Array): Uint8Array[] {
    try {
      Y.decodeUpdate(update);
    } catch {
      throw new Refusal(CLOSE.notApplicable, 'The update cannot be read; reload the page.');
    }
    this.changes = [];
    Y.applyUpdate(this.doc, update);
    if (this.changes.length > 0) {
      this.full = null;
    }
    return this.changes;
  }

  /** All that a state vector lacks; many clients that join at once are served from one encoding. @throws Refusal */
  since(vector: Uint8Array): Uint8Array {
    if (vector.length === 1 && vector[0] === 0) {
      return (this.full ??= Y.encodeStateAsUpdate(this.doc));
    }
    try {
      return Y.encodeStateAsUpdate(this.doc, vector);
    } catch {
      throw new Refusal(CLOSE.malformed, 'The state vector cannot be read.');
    }
  }

  destroy(): void {
    this.doc.destroy();
  }
}
