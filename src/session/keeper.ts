import { writePipeline } from '../pipeline';
import type { Role } from '../wire';
import type { RoomDocument } from './room-document';
import type { FoundRoom, KeptRoom, RoomStorage } from './room-storage';
import { Paced, type Timers } from './timers';

/** How long changes are gathered before they are written down, in milliseconds. */
const PACE = 250;
/** Likewise for what others change, of which nothing is lost with this page. */
const PACE_OF_OTHERS = 2000;

/** Keeps the room that is shown in the browser's storage, and knows what both the room and the browser had last. */
export class Keeper {
  private kept: KeptRoom | null = null;
  private document: RoomDocument | null = null;
  private role: Role | null = null;
  private counted = 0;
  /** What was abandoned last is deleted. */
  private abandoned: Promise<void> = Promise.resolve();
  private readonly pace: Paced;
  private readonly paceOfOthers: Paced;

  constructor(
    private readonly storage: RoomStorage,
    timers: Timers
  ) {
    this.pace = new Paced(timers, PACE, () => void this.write());
    this.paceOfOthers = new Paced(timers, PACE_OF_OTHERS, () => void this.write());
  }

  /** Text of the pipeline that the hub had for good when it was heard last; null when that is not known. */
  get base(): string | null {
    return this.kept?.base ?? null;
  }

  /** What is kept from before, and how many of its edits are unsent. */
  async find(): Promise<FoundRoom | null> {
    const found = await this.storage.open();
    this.kept = found && { epoch: found.epoch, role: found.role, base: found.base };
    return found;
  }

  /** Reads what is kept into a document of the same epoch, and follows it. */
  async restore(document: RoomDocument, kept: FoundRoom): Promise<void> {
    await this.storage.follow(document.ydoc, kept.epoch);
    this.document = document;
    this.role = kept.role;
    this.counted = kept.unsent;
    document.delivery.made(kept.unsent);
  }

  /** Keeps another history from now on; the one before is deleted, for the user is done with it. */
  async enter(document: RoomDocument, role: Role | null): Promise<void> {
    const { epoch } = document;
    this.role = role;
    if (this.document === document || epoch === null) {
      return;
    }
    const before = this.kept;
    this.document = document;
    this.counted = 0;
    await this.abandoned;
    await this.storage.follow(document.ydoc, epoch);
    this.kept = { epoch, role, base: before?.epoch === epoch ? before.base : null };
    await this.storage.keep(this.kept);
    await this.write();
    if (before && before.epoch !== epoch) {
      await this.storage.forget(before.epoch);
    }
  }

  /**
   * Deletes what is kept of the document, whose edits are not to come back, once they are saved elsewhere; when that
   * fails it stays, with its edits counted, and nothing more is kept.
   */
  abandon({ epoch, delivery }: RoomDocument, saved: Promise<void>): void {
    const { storage } = this;
    this.document = null;
    if (epoch !== null) {
      const counted = storage.setUnsent(epoch, delivery.unsentEdits);
      this.abandoned = counted
        .then(() => saved)
        .then(
          () => storage.empty(epoch),
          () => storage.close()
        );
    }
  }

  /** Something was edited or acknowledged. */
  changed(): void {
    const { document } = this;
    if (this.counted === 0 && document && !document.isSynced && document.delivery.unsentEdits > 0) {
      void this.write(); // the page may be gone in a moment, and the edit must not come back as one that was sent
    } else {
      this.pace.ask();
    }
  }

  /** Others changed something. */
  followed(): void {
    this.paceOfOthers.ask();
  }

  dispose(): void {
    this.pace.dispose();
    this.paceOfOthers.dispose();
    void this.write().then(() => this.storage.close());
  }

  private async write(): Promise<void> {
    await this.abandoned;
    const { document, role, kept } = this;
    if (!document?.epoch) {
      return;
    }
    const { epoch } = document;
    const { unsentEdits: unsent } = document.delivery; // comments are not in what is kept
    const isStored = document.isSynced && document.delivery.isStored;
    const base = isStored ? writePipeline(document.stored) : (kept?.base ?? null);
    if (unsent !== this.counted) {
      this.counted = unsent;
      await this.storage.setUnsent(epoch, unsent);
    }
    if (kept?.base !== base || kept.role !== role || kept.epoch !== epoch) {
      this.kept = { epoch, role, base };
      await this.storage.keep(this.kept);
    }
  }
}
