import type { CommentRequest } from '../wire';
import type { Outgoing } from './frames';

/** Frames that the hub counts and acknowledges. */
const COUNTED: ReadonlySet<Outgoing> = new Set<Outgoing>(['state', 'update', 'comment', 'seed']);

/**
 * Which edits the hub has for good. Edits are numbered as they are made, and frames with updates as they are sent in one
 * connection; the hub acknowledges the first n of those. Comments that the hub is to write are not in the document, so
 * those that were not acknowledged are said again.
 */
export class Delivery {
  private edits = 0;
  private safe = 0;
  private frames = 0;
  /** For each frame of this connection that is not acknowledged, the last edit that is safe with it. */
  private sentEdits: { frame: number; edit: number }[] = [];
  /** Whether all that was made before this connection has been sent in it. */
  private isComplete = false;
  private comments: { request: CommentRequest; frame: number | null }[] = [];

  /** @param onChange called when more or less is unsent, or all is stored */
  constructor(private readonly onChange: () => void) {}

  /** How many edits and comments the hub has not acknowledged. */
  get unsent(): number {
    return this.unsentEdits + this.comments.length;
  }

  /** How many edits of the document it has not. */
  get unsentEdits(): number {
    return this.edits - this.safe;
  }

  /** True when the hub acknowledged, in this connection, all that is here: what was not counted too. */
  get isStored(): boolean {
    return this.isComplete && this.sentEdits.length === 0 && this.unsent === 0;
  }

  /** Comments that are still to be sent in this connection, or have to be sent again. */
  get unsaid(): readonly CommentRequest[] {
    return this.comments.filter(({ frame }) => frame === null).map(({ request }) => request);
  }

  said(request: CommentRequest): void {
    this.comments.push({ request, frame: null });
    this.onChange();
  }

  /** Counts edits of this client; those that it kept from before it was opened, when there are more. */
  made(count = 1): void {
    this.edits += count;
    this.onChange();
  }

  /** A new connection begins, with nothing sent. */
  begin(): void {
    this.frames = 0;
    this.sentEdits = [];
    this.isComplete = false;
    this.comments.forEach(comment => (comment.frame = null));
  }

  sent(kind: Outgoing): void {
    if (!COUNTED.has(kind)) {
      return;
    }
    this.frames++;
    const comment = this.comments.find(({ frame }) => frame === null);
    if (kind === 'comment' && comment) {
      comment.frame = this.frames;
    }
    this.isComplete ||= kind === 'state';
    if (this.isComplete) {
      this.sentEdits.push({ frame: this.frames, edit: this.edits });
    }
  }

  acknowledged(frames: number): void {
    const [before, wasStored] = [this.unsent, this.isStored];
    const done = this.sentEdits.filter(({ frame }) => frame <= frames);
    this.sentEdits = this.sentEdits.filter(({ frame }) => frame > frames);
    this.comments = this.comments.filter(({ frame }) => frame === null || frame > frames);
    this.safe = Math.max(this.safe, ...done.map(({ edit }) => edit));
    if (this.unsent !== before || this.isStored !== wasStored) {
      this.onChange();
    }
  }
}
