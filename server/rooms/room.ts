import { Value } from 'typebox/value';
import { applyComment, createSharedPipeline, type SharedPipeline } from '../../src/pipeline';
import {
  CLOSE,
  type CloseCode,
  CommentRequest,
  mayComment,
  mayEdit,
  type Notice,
  type User
} from '../../src/wire';
import { EpochError, type Stored } from '../stores';
import { Attendance } from './attendance';
import type { Connection } from './connection';
import { helloFrame, noticeFrame, step1Frame, updateFrame } from './frames';
import { Gaps, MISSING } from './gaps';
import { Journal } from './journal';
import { type Message, readFrame } from './messages';
import { type Word, writeWord } from './neighbours';
import type { Presence } from './presence';
import { Refusal } from './refusal';
import type { RoomContext } from './room-context';
import { RoomDocument } from './room-document';
import { seedOf } from './seeding';

/** How many bytes an update may have that change nothing, and is passed on all the same. */
const SLACK = 64;

/**
 * One document, open for live editing. An update is checked, applied, sent to the others and stored, in this order;
 * it counts as saved, and is acknowledged, only when the store has it for good.
 */
export class Room {
  readonly epoch: string;
  readonly attendance: Attendance;
  private readonly document: RoomDocument;
  private readonly journal: Journal;
  private readonly gaps: Gaps;
  private rows: number;
  private bytes: number;
  private ended = false;
  private follows: Promise<void> | null = null;

  /**
   * A room as it is stored; `onEnd` is called once, when nobody may join any more.
   *
   * @throws Error when what is stored cannot be applied.
   */
  constructor(
    readonly id: string,
    stored: Stored,
    private readonly context: RoomContext,
    private readonly onEnd: () => void
  ) {
    const { store, limits, metrics } = context;
    this.epoch = stored.epoch;
    this.rows = stored.updates.length;
    this.bytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.document = new RoomDocument(stored.updates);
    this.gaps = new Gaps(this.document, limits);
    this.attendance = new Attendance(limits, {
      refused: (connection, refusal) => this.refuse(connection, refusal),
      shown: states => this.publish({ kind: 'presence', states })
    });
    this.journal = new Journal(id, stored.epoch, stored.head, store, limits, metrics, {
      works: works => this.tell({ kind: 'storage', works }),
      full: isFull => this.attendance.all.forEach(client => client[isFull ? 'pause' : 'resume']('unsaved')),
      stored: count => this.addRows(count),
      others: () => void this.follow(),
      failed: error => this.fail(error)
    });
    this.publish({ kind: 'who' });
  }

  get isEmpty(): boolean {
    return this.attendance.size === 0;
  }

  /** Whether nobody may join any more: the room was closed or failed. */
  get isEnded(): boolean {
    return this.ended;
  }

  get unsaved(): number {
    return this.journal.unsaved;
  }

  get hasGap(): boolean {
    return !this.gaps.isEmpty;
  }

  /** Resolves when nothing waits to be stored any more, whether that worked or not. */
  settled(): Promise<void> {
    return this.journal.settled();
  }

  /** @throws Refusal when the client's history is not the room's, or too many are here. */
  join(connection: Connection, epoch: string | null): void {
    const { limits } = this.context;
    if (epoch !== null && epoch !== this.epoch) {
      throw new Refusal(CLOSE.otherEpoch, 'The pipeline was begun anew; your copy has another history.');
    }
    if (this.attendance.size >= limits.roomClients) {
      throw new Refusal(CLOSE.slow, 'There are too many people here; try again later.');
    }
    const { role, user } = connection;
    if (connection.isWeft) {
      const { frame, presence } = limits;
      const presenceRate = Math.ceil(1000 / limits.presenceTick);
      const sizes = { frame, presence, presenceRate };
      connection.send(
        helloFrame({ epoch: this.epoch, empty: this.journal.isEmpty, role, user, limits: sizes })
      );
      if (!this.journal.isWorking) {
        connection.notify({ kind: 'storage', works: false });
      }
    }
    connection.send(step1Frame(this.document.vector));
    connection.onBehind = () => this.leaveBehind(connection);
    this.attendance.add(connection);
    this.record('opened', user);
  }

  leave(connection: Connection): void {
    this.attendance.remove(connection);
    this.gaps.remove(connection);
  }

  /** Takes a frame of a client; a client that breaks the protocol is sent away, and nobody else notices. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (!this.attendance.has(connection)) {
      return;
    }
    const { limits, metrics } = this.context;
    metrics.received(frame.length);
    try {
      if (frame.length > limits.frame) {
        throw new Refusal(CLOSE.tooLarge, `The frame is larger than ${limits.frame} bytes.`);
      }
      readFrame(frame, connection.isWeft).forEach(message => this.take(connection, message, frame.length));
    } catch (error) {
      this.refuse(
        connection,
        error instanceof Refusal ? error : new Refusal(CLOSE.notApplicable, 'The update cannot be applied.')
      );
      if (!(error instanceof Refusal)) {
        this.context.log('room broken', { room: this.id, user: connection.user.username });
        this.end(CLOSE.failed, 'The room is loaded anew.');
      }
    }
  }

  /**
   * Edits the pipeline for somebody, and sends it to everybody; resolves when the edit is durable.
   *
   * @throws Refusal when the room ends before.
   */
  edit(user: User, change: (shared: SharedPipeline) => void): Promise<void> {
    this.change(user, change);
    return new Promise((resolve, reject) => {
      this.journal.whenDurable(resolve);
      void this.settled().then(() =>
        reject(new Refusal(CLOSE.failed, 'The edit could not be stored; try again.'))
      );
    });
  }

  /** The whole state as one update. */
  state(): Uint8Array {
    return this.document.since();
  }

  /** Tells all clients that understand it. */
  tell(notice: Notice): void {
    this.pass(noticeFrame(notice));
  }

  /** Takes what another hub says of this room. */
  hear(word: Exclude<Word, { kind: 'roles' }>): void {
    switch (word.kind) {
      case 'presence':
        return this.attendance.hear(word.states, performance.now());
      case 'who':
        return this.repeat();
      case 'notice':
        return this.pass(Buffer.from(word.frame));
    }
  }

  /** Tells other hubs what the clients of this one show. */
  repeat(): void {
    const states = this.attendance.shown;
    if (states.length > 0) {
      this.publish({ kind: 'presence', states });
    }
  }

  /** Reads what other hubs stored. */
  follow(): Promise<void> {
    this.follows ??= this.catchUp().finally(() => (this.follows = null));
    return this.follows;
  }

  /** Looks after what takes time: clients that are behind, edits whose predecessors never come. */
  check(now: number): void {
    const { limits } = this.context;
    for (const connection of this.attendance.all) {
      const { behind } = connection;
      if (behind && connection.backlog <= limits.backlog / 4) {
        this.catchUpOn(connection, behind.vector);
      } else if (behind && now - behind.since > limits.behind) {
        this.refuse(connection, new Refusal(CLOSE.slow, 'The connection is too slow for this room.'));
      }
    }
    this.gaps.expired(now).forEach(client => this.refuse(client, new Refusal(CLOSE.notApplicable, MISSING)));
    this.attendance.check(now);
  }

  /** Sends everybody away and takes nothing more. What waits to be stored still is. */
  end(code: CloseCode, reason: string): void {
    if (!this.ended) {
      this.ended = true;
      this.onEnd();
      this.attendance.clear().forEach(connection => connection.close(code, reason));
      this.document.destroy();
    }
  }

  private take(connection: Connection, message: Message, size: number): void {
    connection.charge(message.kind === 'update' ? 1 : 0, size);
    switch (message.kind) {
      case 'state':
        return connection.sendState(message.vector, vector => this.document.answer(vector));
      case 'update':
        return this.update(connection, message.update, message.reply);
      case 'presence':
        return this.attendance.receive(connection, message.states);
      case 'queryPresence':
        return this.attendance.show(connection);
      case 'keepAlive':
        return connection.keepAlive();
      case 'comment':
        return this.comment(connection, message.request);
      case 'seed':
        return this.seed(connection, message.text);
    }
  }

  private update(connection: Connection, update: Uint8Array, reply: boolean): void {
    const count = ++connection.updates;
    const { changes, whole } = this.document.apply(update, mayEdit(connection.role));
    // The client's own bytes are passed on where they hold no more than what changed.
    const isNews = whole && !reply && changes.length === 1 && update.length <= changes[0].length + SLACK;
    this.spread(isNews ? [update.slice()] : changes, connection.user, connection);
    if (changes.length > 0 && !connection.edited) {
      connection.edited = true;
      this.record('edited', connection.user);
    }
    const filled = this.gaps.applied(connection, { whole, reply }, performance.now());
    filled.forEach(client => client !== connection && this.acknowledge(client, client.updates));
    if (!this.gaps.has(connection)) {
      this.acknowledge(connection, count);
    }
  }

  private acknowledge(connection: Connection, count: number): void {
    const at = performance.now();
    this.journal.whenDurable(() => {
      this.context.metrics.acknowledged(performance.now() - at);
      connection.acknowledge(count);
    });
  }

  private comment(connection: Connection, text: string): void {
    this.demand(
      connection,
      mayComment(connection.role),
      'You may look at this pipeline, but not comment on it.'
    );
    const request = parsed(text);
    if (!Value.Check(CommentRequest, request)) {
      throw new Refusal(CLOSE.malformed, 'The comment cannot be read.');
    }
    const count = ++connection.updates;
    const { user } = connection;
    this.change(user, shared => {
      if (applyComment(shared, request, user, new Date())) {
        this.record('commented', user);
      }
    });
    this.acknowledge(connection, count);
  }

  private seed(connection: Connection, text: string): void {
    this.demand(connection, mayEdit(connection.role), 'You may look at this pipeline, but not begin it.');
    const count = ++connection.updates;
    const { user } = connection;
    if (this.journal.isEmpty) {
      const bytes = seedOf(this.id, text);
      this.journal.seed({ bytes, username: user.username }, won => {
        if (won) {
          this.document.apply(bytes);
          this.measure(bytes.length);
          this.attendance.broadcast(updateFrame(bytes));
          this.record('edited', user);
        } else {
          void this.follow();
        }
      });
    }
    this.acknowledge(connection, count);
  }

  private demand(connection: Connection, may: boolean, otherwise: string): void {
    if (!may) {
      throw new Refusal(CLOSE.forbidden, otherwise);
    }
  }

  /** Runs an edit of the hub itself. */
  private change(user: User, edit: (shared: SharedPipeline) => void): void {
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

  /** Sends changes to all but their author, and has them stored. */
  private spread(changes: readonly Uint8Array[], { username }: User, author?: Connection): void {
    for (const bytes of changes) {
      this.attendance.broadcast(updateFrame(bytes), author);
      this.measure(bytes.length);
      this.context.metrics.updated();
    }
    this.journal.add(changes.map(bytes => ({ bytes, username })));
  }

  /** Keeps count of what the room holds. */
  private measure(bytes: number): void {
    const { limits } = this.context;
    this.bytes += bytes;
    if (this.bytes > limits.roomBytes) {
      this.bytes = this.document.since().length;
      if (this.bytes > limits.roomBytes) {
        this.end(CLOSE.tooLarge, `The pipeline is larger than ${limits.roomBytes} bytes.`);
      }
    }
  }

  /** Keeps count of the rows that the room is stored in, and has them merged when they are many. */
  private addRows(count: number): void {
    const { store, limits, log } = this.context;
    this.rows += count;
    if (this.rows > limits.rows) {
      this.rows = 1;
      store
        .compact(this.id)
        .catch(error => log('room not compacted', { room: this.id, reason: String(error) }));
    }
  }

  private pass(notice: Buffer): void {
    this.attendance.all.forEach(connection => connection.isWeft && connection.send(notice));
  }

  private leaveBehind(connection: Connection): void {
    this.context.metrics.fellBehind();
    connection.behind = { vector: this.document.vector, since: performance.now() };
  }

  /** Sends what came while a client read nothing. */
  private catchUpOn(connection: Connection, vector: Uint8Array): void {
    connection.behind = null;
    connection.sendState(vector, from => this.document.answer(from));
    connection.acknowledge();
    this.attendance.show(connection);
  }

  private async catchUp(): Promise<void> {
    try {
      const { head, updates } = await this.context.store.since(this.id, this.epoch, this.journal.head);
      if (!this.ended) {
        const changes = updates.flatMap(update => this.document.apply(update).changes);
        changes.forEach(change => this.attendance.broadcast(updateFrame(change)));
        changes.forEach(change => this.measure(change.length));
        this.journal.head = Math.max(this.journal.head, head);
      }
    } catch (error) {
      if (error instanceof EpochError) {
        this.fail(error);
      } else {
        this.context.log('room not followed', { room: this.id, reason: String(error) });
      }
    }
  }

  private refuse(connection: Connection, refusal: Refusal): void {
    const { log } = this.context;
    log('client refused', { room: this.id, user: connection.user.username, code: refusal.code });
    if (refusal.code === CLOSE.forbidden) {
      this.record('refused', connection.user);
    }
    this.leave(connection);
    connection.refuse(refusal);
  }

  private fail(error: unknown): void {
    this.context.log('room not stored', { room: this.id, reason: String(error) });
    if (error instanceof EpochError) {
      this.end(CLOSE.otherEpoch, 'The pipeline was begun anew; your copy has another history.');
    } else {
      this.end(CLOSE.failed, 'The latest edits could not be stored.');
    }
  }

  private publish(word: Word & { states?: readonly Presence[] }): void {
    writeWord(word).forEach(message => this.context.store.publish(this.id, message));
  }

  private record(what: 'opened' | 'edited' | 'commented' | 'refused', { username }: User): void {
    const { store, log } = this.context;
    store
      .record(this.id, { username, what })
      .catch(error => log('not recorded', { room: this.id, what, reason: String(error) }));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
