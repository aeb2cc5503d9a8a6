import { createSharedPipeline, type SharedPipeline } from '../../src/pipeline';
import { CLOSE, mayEdit, type User } from '../../src/wire';
import { EpochError, type Stored } from '../stores';
import { addsNoContent, addsNothing } from './adds-nothing';
import type { Connection } from './connection';
import { updateFrame } from './frames';
import { Gaps } from './gaps';
import { Journal } from './journal';
import { Refusal } from './refusal';
import type { RoomContext } from './room-context';
import { type Decoded, RoomDocument } from './room-document';
import { RoomSize } from './room-size';
import { seedOf } from './seeding';
import { splitUpdate } from './split-update';

/** What the content of a room tells the room. */
export interface ContentEvents {
  /** A change to send to all but its author. */
  changed(frame: Buffer, author?: Connection): void;
  /** Storing fails, and why, or works again. */
  works(works: boolean, cause?: unknown): void;
  /** So much waits to be stored that nobody should be read any more, or no longer. */
  full(isFull: boolean): void;
  /** The content is of no use any more. */
  failed(error: unknown): void;
}

/** How many bytes an update may have that change nothing, and is passed on all the same. */
const SLACK = 64;

/** The document of a room, and its way into the store. */
export class RoomContent {
  readonly document: RoomDocument;
  readonly gaps: Gaps;
  readonly journal: Journal;
  private rows: number;
  private readonly size: RoomSize;
  private following: Promise<void> | null = null;
  private isBehind = false;
  private isOver = false;

  /** @throws Error when what is stored cannot be applied. */
  constructor(
    private readonly room: string,
    private readonly stored: Omit<Stored, 'updates'>,
    updates: readonly Uint8Array[],
    private readonly context: RoomContext,
    private readonly events: ContentEvents
  ) {
    const { store, limits, metrics } = context;
    const { epoch, head } = stored;
    this.rows = updates.length;
    this.document = new RoomDocument(updates, limits.frame);
    const bytes = updates.reduce((sum, update) => sum + update.length, 0);
    this.size = new RoomSize(bytes, limits.roomBytes);
    this.gaps = new Gaps(this.document, limits);
    this.journal = new Journal(room, epoch, head, store, limits, metrics, {
      works: (works, cause) => events.works(works, cause),
      full: isFull => events.full(isFull),
      stored: count => this.addRows(count),
      others: () => void this.follow(),
      failed: error => events.failed(error)
    });
  }

  get epoch(): string {
    return this.stored.epoch;
  }

  /**
   * Takes an update of a client; it is acknowledged when it is durable and nothing of it waits for predecessors.
   *
   * @returns whether it changed anything
   * @throws Refusal when it may not be taken, or Error when the document is of no use any more.
   */
  update(connection: Connection, update: Uint8Array, reply: boolean): boolean {
    const count = ++connection.updates;
    const { changes, whole } = this.document.apply(update, decoded =>
      this.admit(connection, decoded, update.length)
    );
    // The client's own bytes are passed on where they hold no more than what changed.
    const isNews = whole && !reply && changes.length === 1 && update.length <= changes[0].length + SLACK;
    this.spread(isNews ? [update.slice()] : changes, connection.user, connection);
    const filled = this.gaps.applied(connection, { whole, reply }, performance.now());
    filled.forEach(client => client !== connection && this.acknowledge(client, client.updates));
    if (!this.gaps.has(connection)) {
      this.acknowledge(connection, count);
    }
    return changes.length > 0;
  }

  /**
   * Makes the content from the text of a file, if there is none yet.
   *
   * @throws Refusal when the text is no pipeline of this room.
   */
  seed(connection: Connection, text: string): void {
    const count = ++connection.updates;
    if (this.journal.isEmpty) {
      const bytes = seedOf(this.room, text);
      this.demandRoom(connection, bytes.length);
      this.journal.seed({ bytes, username: connection.user.username }, won => this.seeded(bytes, won));
    }
    this.acknowledge(connection, count);
  }

  /** @throws Refusal when so many bytes more of a client would make the document larger than a room may be. */
  demandRoom(connection: Connection, bytes: number): void {
    const measure = () => {
      const { length } = this.document.since();
      connection.chargeState(length);
      return length;
    };
    if (!this.size.fits(bytes, measure)) {
      const { roomBytes } = this.context.limits;
      throw new Refusal(
        CLOSE.tooLarge,
        `The edit would make the pipeline larger than ${roomBytes} bytes; delete something first.`
      );
    }
  }

  /** Runs an edit of the hub itself. */
  edit(user: User, edit: (shared: SharedPipeline) => void): void {
    const shared = createSharedPipeline({ ydoc: this.document.doc });
    try {
      this.spread(
        this.document.collect(() => edit(shared)),
        user
      );
    } finally {
      shared.dispose();
    }
  }

  /** Tells a client that its first `count` frames with updates are durable, when all that was taken so far is. */
  acknowledge(connection: Connection, count: number): void {
    const at = performance.now();
    this.journal.whenDurable(() => {
      this.context.metrics.acknowledged(performance.now() - at);
      connection.acknowledge(count);
    });
  }

  /** Resolves when all that was taken so far is durable. @throws Refusal when it cannot be stored. */
  durable(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.journal.whenDurable(resolve);
      void this.journal
        .settled()
        .then(() => reject(new Refusal(CLOSE.failed, 'The edit could not be stored; try again.')));
    });
  }

  /** Reads what other hubs stored; once more if it is called while reading, which may have missed the latest. */
  follow(): Promise<void> {
    if (this.following) {
      this.isBehind = true;
      return this.following;
    }
    this.isBehind = false;
    this.following = this.catchUp().then(() => {
      this.following = null;
      return this.isBehind && !this.isOver ? this.follow() : undefined;
    });
    return this.following;
  }

  destroy(): void {
    this.isOver = true;
    this.document.destroy();
  }

  /** @throws Refusal when an update may not be applied. */
  private admit(connection: Connection, update: Decoded, bytes: number): void {
    const { doc, gap } = this.document;
    if (!mayEdit(connection.role) && !addsNothing(doc, update)) {
      throw new Refusal(CLOSE.forbidden, 'You may look at this pipeline, but not edit it.');
    }
    if (!addsNoContent(doc, update)) {
      this.demandRoom(connection, gap + bytes);
    }
  }

  private seeded(bytes: Uint8Array, won: boolean): void {
    if (this.isOver) {
      return;
    }
    if (won) {
      this.document.apply(bytes);
      this.show(bytes);
    } else {
      void this.follow(); // another hub's client was first
    }
  }

  /** Has changes stored, which takes its time, and meanwhile sends them to all but their author. */
  private spread(changes: readonly Uint8Array[], { username }: User, author?: Connection): void {
    this.journal.add(changes.map(bytes => ({ bytes, username })));
    changes.forEach(bytes => this.show(bytes, author));
  }

  private show(change: Uint8Array, author?: Connection): void {
    this.context.metrics.updated();
    splitUpdate(change, this.context.limits.frame).forEach(part =>
      this.events.changed(updateFrame(part), author)
    );
    this.size.grew(change.length);
  }

  /** Keeps count of the rows that the room is stored in, and has them merged when they are many. */
  private addRows(count: number): void {
    const { store, limits, log } = this.context;
    this.rows += count;
    if (this.rows > limits.rows) {
      this.rows = 1;
      store
        .compact(this.room)
        .catch(error => log('room not compacted', { room: this.room, reason: String(error) }));
    }
  }

  private async catchUp(): Promise<void> {
    try {
      const { head, updates } = await this.context.store.since(this.room, this.epoch, this.journal.head);
      if (!this.isOver) {
        updates.flatMap(update => this.document.apply(update).changes).forEach(change => this.show(change));
        this.journal.head = Math.max(this.journal.head, head);
      }
    } catch (error) {
      if (error instanceof EpochError) {
        this.events.failed(error);
      } else {
        this.context.log('room not followed', { room: this.room, reason: String(error) });
      }
    }
  }
}
