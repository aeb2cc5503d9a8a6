import type { Limits } from '../limits';
import type { Metrics } from '../metrics';
import { EpochError, type Store, StoreError, type Update } from '../stores';

/** What a journal tells its room. */
export interface JournalEvents {
  /** Storing fails, and why, or works again. */
  works(works: boolean, cause?: unknown): void;
  /** Too much waits to be stored, or no longer. */
  full(isFull: boolean): void;
  /** So many updates were stored. */
  stored(count: number): void;
  /** Other hubs stored updates. */
  others(): void;
  /** Given up: what waits is not stored, and nothing else will be. */
  failed(error: unknown): void;
}

interface Entry {
  update: Update;
  /** Set for the first update of an empty room: called with whether it was this one. */
  seeded?: (won: boolean) => void;
}

/** How long to wait before a write that failed is tried again, in milliseconds. */
const RETRY = 250;
/** Most bytes and updates of one write, but for a single update that is larger. */
const BATCH_BYTES = 2 ** 20;
const BATCH = 1000;

/**
 * What waits to be made durable, in order: one write at a time, and in the next all that came meanwhile. A write that
 * failed may have been stored all the same; it is made again, since an update may be stored twice.
 */
export class Journal {
  private queue: Entry[] = [];
  private taken = 0;
  private done = 0;
  private waiters: { position: number; stored: () => void }[] = [];
  private bytes = 0;
  private isFull = false;
  private works = true;
  /** Why storing fails. */
  private cause: unknown;
  private isOver = false;
  private running: Promise<void> | null = null;
  private alarm: NodeJS.Timeout | undefined;
  private endNow = () => {};
  private readonly over = new Promise<void>(resolve => (this.endNow = resolve));

  constructor(
    private readonly room: string,
    private readonly epoch: string,
    /** Number of the last update that the room has of those that are stored. */
    public head: number,
    private readonly store: Store,
    private readonly limits: Limits,
    private readonly metrics: Metrics,
    private readonly events: JournalEvents
  ) {}

  /** Bytes that wait. */
  get unsaved(): number {
    return this.bytes;
  }

  /** How many updates wait; after it was given up, how many could not be stored. */
  get waiting(): number {
    return this.queue.length;
  }

  /** Whether nothing was ever stored, nor waits to be. */
  get isEmpty(): boolean {
    return this.head === 0 && this.taken === 0;
  }

  /** Whether storing works, as far as is known. */
  get isWorking(): boolean {
    return this.works;
  }

  add(updates: readonly Update[]): void {
    updates.forEach(update => this.push({ update }));
  }

  /** Stores the first update of an empty room; `seeded` hears whether the room was empty. */
  seed(update: Update, seeded: (won: boolean) => void): void {
    this.push({ update, seeded });
  }

  /** Calls back when all that was taken so far is durable, in the order of the calls; never after a failure. */
  whenDurable(stored: () => void): void {
    if (this.done === this.taken) {
      stored();
    } else {
      this.waiters.push({ position: this.taken, stored });
    }
  }

  /** Resolves when nothing is being written any more, whether that worked or not. */
  async settled(): Promise<void> {
    while (this.running && !this.isOver) {
      await Promise.race([this.running, this.over]);
    }
  }

  private push(entry: Entry): void {
    this.queue.push(entry);
    this.taken++;
    this.measure(entry.update.bytes.length);
    if (!this.running && !this.isOver) {
      // Begun only after the others got the edits of this turn.
      this.running = new Promise<void>(resolve => setImmediate(resolve)).then(() => this.run());
    }
  }

  private measure(change: number): void {
    this.bytes += change;
    if (!this.works && this.bytes > this.limits.unsaved) {
      this.giveUp(this.failure('Too much waits for a storage that fails'));
    } else if (this.bytes > this.limits.unsaved !== this.isFull) {
      this.isFull = !this.isFull;
      this.events.full(this.isFull);
    }
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0 && !this.isOver) {
      const batch = this.batch();
      this.alarm ??= setTimeout(
        () => this.giveUp(this.failure('The storage does not answer')),
        this.limits.storePatience
      );
      try {
        const started = performance.now();
        await this.write(batch);
        this.metrics.stored(performance.now() - started);
        this.stored(batch);
      } catch (error) {
        this.metrics.storeFailed();
        if (error instanceof EpochError) {
          this.giveUp(error);
        } else {
          this.trouble(error);
          await new Promise(resolve => setTimeout(resolve, RETRY));
        }
      }
    }
    this.running = null;
  }

  private async write(batch: readonly Entry[]): Promise<void> {
    const { room, epoch, store } = this;
    if (!this.works && (await store.open(room, batch[0].update.username)).epoch !== epoch) {
      throw new EpochError(`Room ${room} was made anew.`);
    }
    const [{ update, seeded }] = batch;
    if (seeded) {
      const won = await store.seed(room, epoch, update);
      this.follow(won ? 1 : this.head, won ? 1 : 0);
      if (!this.isOver) {
        seeded(won);
      }
    } else {
      const updates = batch.map(entry => entry.update);
      this.follow(await store.append(room, epoch, updates), updates.length);
    }
  }

  /** So many updates were stored, up to this number; those of others may lie between. */
  private follow(last: number, count: number): void {
    if (last - count === this.head) {
      this.head = last;
    } else if (last > this.head) {
      this.events.others();
    }
  }

  private batch(): Entry[] {
    const isApart = this.queue.findIndex(({ seeded }, i) => seeded !== undefined || i >= BATCH);
    let count = 0;
    for (let bytes = 0; count < this.queue.length && bytes < BATCH_BYTES; count++) {
      bytes += this.queue[count].update.bytes.length;
    }
    return this.queue.slice(0, isApart < 0 ? count : Math.max(1, Math.min(count, isApart)));
  }

  private stored(batch: readonly Entry[]): void {
    clearTimeout(this.alarm);
    this.alarm = undefined;
    if (this.isOver) {
      return;
    }
    this.queue.splice(0, batch.length);
    this.done += batch.length;
    this.events.stored(batch.length);
    if (!this.works) {
      this.works = true;
      this.events.works(true);
    }
    this.measure(-batch.reduce((sum, { update }) => sum + update.bytes.length, 0));
    while (this.waiters.length > 0 && this.waiters[0].position <= this.done) {
      this.waiters.shift()?.stored();
    }
  }

  private trouble(cause: unknown): void {
    this.cause = cause;
    if (this.works) {
      this.works = false;
      this.events.works(false, cause);
    }
  }

  private failure(what: string): StoreError {
    const { cause, works } = this;
    return new StoreError(!works && cause instanceof Error ? `${what}: ${cause.message}` : `${what}.`);
  }

  private giveUp(error: unknown): void {
    if (!this.isOver) {
      this.isOver = true;
      clearTimeout(this.alarm);
      this.endNow();
      this.events.failed(error);
    }
  }
}
