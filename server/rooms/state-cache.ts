import { step2Frame, updateFrame } from './frames';
import { splitUpdate } from './split-update';

/** How many different state vectors are served from memory at one time. */
const ANSWERS = 4;
/** What may have changed since a state was encoded before it is encoded again: bytes, and updates. */
const TAIL_BYTES = 256 * 1024;
const TAIL_UPDATES = 500;

const EMPTY = new Uint8Array([0]);
/** A `step2` that holds nothing. */
const NO_MORE = step2Frame(new Uint8Array([0, 0]));

/**
 * Encoded states, each shared by all clients that lack the same: when a hub comes back, or a lesson begins, hundreds
 * ask for one large document at once, while somebody edits it.
 */
export class StateCache {
  private readonly answers = new Map<string, readonly Buffer[]>();
  /** The whole state at some time, as updates; what changed since is in `tail`. */
  private whole: readonly Uint8Array[] | null = null;
  private wholeFrames: readonly Buffer[] | null = null;
  private tail: Buffer[] = [];
  private tailBytes = 0;

  /** `most`: how many bytes of a state a frame may hold. */
  constructor(private readonly most: number) {}

  /** The document changed by this. */
  changed(change: Uint8Array): void {
    this.answers.clear();
    if (!this.whole) {
      return;
    }
    this.tail.push(updateFrame(change));
    this.tailBytes += change.length;
    if (this.tailBytes > Math.min(TAIL_BYTES, this.whole[0].length) || this.tail.length > TAIL_UPDATES) {
      this.keep(null);
    }
  }

  /**
   * Frames for a client with this state vector: the last one, a `step2`, tells that this is all. Who has nothing gets
   * the state as it was encoded once, then what changed since.
   */
  answer(vector: Uint8Array, encode: () => Uint8Array): readonly Buffer[] {
    const isWhole = Buffer.compare(vector, EMPTY) === 0;
    if (isWhole && this.whole && this.tail.length > 0) {
      this.wholeFrames ??= this.whole.map(updateFrame);
      return [...this.wholeFrames, ...this.tail, NO_MORE];
    }
    const key = Buffer.from(vector).toString('latin1');
    let frames = this.answers.get(key);
    if (!frames) {
      const parts = splitUpdate(encode(), this.most);
      frames = parts.map((part, i) => (i < parts.length - 1 ? updateFrame : step2Frame)(part));
      if (isWhole) {
        this.keep(parts);
      }
      if (this.answers.size >= ANSWERS) {
        this.answers.delete(this.answers.keys().next().value ?? '');
      }
      this.answers.set(key, frames);
    }
    return frames;
  }

  private keep(state: readonly Uint8Array[] | null): void {
    this.whole = state;
    this.wholeFrames = null;
    this.tail = [];
    this.tailBytes = 0;
  }
}
