import { Value } from 'typebox/value';
import { applyComment, type SharedPipeline } from '../../src/pipeline';
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
import { helloFrame, noticeFrame, step1Frame } from './frames';
import { MISSING } from './gaps';
import { type Message, readFrame } from './messages';
import { type Word, writeWord } from './neighbours';
import { Refusal } from './refusal';
import { RoomContent } from './room-content';
import type { RoomContext } from './room-context';

/** Messages that do not count as updates: of states of presence the last one counts, and they are gathered. */
const FREE: ReadonlySet<Message['kind']> = new Set(['presence', 'keepAlive']);
/** What each frame costs beside its bytes. */
const FRAME_COST = 256;

/**
 * One document, open for live editing. An update is checked, applied, sent to the others and stored, in this order;
 * it counts as saved, and is acknowledged, only when the store has it for good.
 */
export class Room {
  readonly attendance: Attendance;
  private readonly content: RoomContent;
  private ended = false;

  /**
   * A room as it is stored; `onEnd` is called once, when nobody may join any more.
   *
   * @throws Error when what is stored cannot be applied.
   */
  constructor(
    readonly id: string,
    { epoch, head, updates }: Stored,
    private readonly context: RoomContext,
    private readonly onEnd: () => void
  ) {
    const { limits } = context;
    this.attendance = new Attendance(limits, {
      refused: (connection, refusal) => this.refuse(connection, refusal),
      shown: states => this.publish({ kind: 'presence', states })
    });
    this.content = new RoomContent(id, { epoch, head }, updates, context, {
      changed: (frame, author) => this.attendance.broadcast(frame, author),
      works: (works, cause) => this.stores(works, cause),
      full: isFull => this.attendance.all.forEach(client => client[isFull ? 'pause' : 'resume']('unsaved')),
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
    return this.content.journal.unsaved;
  }

  /** How many updates wait to be stored; once it is settled, how many could not be. */
  get waiting(): number {
    return this.content.journal.waiting;
  }

  get hasGap(): boolean {
    return !this.content.gaps.isEmpty;
  }

  /** Resolves when nothing waits to be stored any more, whether that worked or not. */
  settled(): Promise<void> {
    return this.content.journal.settled();
  }

  /** @throws Refusal when the client's history is not the room's, or too many are here. */
  join(connection: Connection, epoch: string | null): void {
    const { limits } = this.context;
    if (epoch !== null && epoch !== this.content.epoch) {
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
        helloFrame({
          epoch: this.content.epoch,
          empty: this.content.journal.isEmpty,
          role,
          user,
          limits: sizes
        })
      );
      if (!this.content.journal.isWorking) {
        connection.notify({ kind: 'storage', works: false });
      }
    }
    connection.send(step1Frame(this.content.document.vector));
    connection.onBehind = () => this.leaveBehind(connection);
    this.attendance.add(connection);
    this.record('opened', user);
  }

  leave(connection: Connection): void {
    this.attendance.remove(connection);
    this.content.gaps.remove(connection);
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
        throw new Refusal(
          CLOSE.tooLarge,
          `What was sent at once is larger than ${limits.frame} bytes; edit in smaller parts.`
        );
      }
      const messages = readFrame(frame, connection.isWeft);
      connection.charge(messages.filter(({ kind }) => !FREE.has(kind)).length, frame.length + FRAME_COST);
      messages.forEach(message => this.take(connection, message));
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
    this.content.edit(user, change);
    return this.content.durable();
  }

  /** The whole state as one update. */
  state(): Uint8Array {
    return this.content.document.since();
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
    return this.content.follow();
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
    this.content.gaps
      .expired(now)
      .forEach(client => this.refuse(client, new Refusal(CLOSE.notApplicable, MISSING)));
    this.attendance.check(now);
  }

  /** Sends everybody away and takes nothing more. What waits to be stored still is. */
  end(code: CloseCode, reason: string): void {
    if (!this.ended) {
      this.ended = true;
      this.onEnd();
      this.attendance.clear().forEach(connection => connection.close(code, reason));
      this.content.destroy();
    }
  }

  private take(connection: Connection, message: Message): void {
    switch (message.kind) {
      case 'state':
        return connection.sendState(message.vector, vector => this.content.document.answer(vector));
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
    if (this.content.update(connection, update, reply) && !connection.edited) {
      connection.edited = true;
      this.record('edited', connection.user);
    }
  }

  private comment(connection: Connection, text: string): void {
    demand(mayComment(connection.role), 'You may look at this pipeline, but not comment on it.');
    const request = parsed(text);
    if (!Value.Check(CommentRequest, request)) {
      throw new Refusal(CLOSE.malformed, 'The comment cannot be read.');
    }
    if ('text' in request) {
      this.content.demandRoom(connection, text.length);
    }
    const { user } = connection;
    this.content.edit(user, shared => {
      if (applyComment(shared, request, user, new Date())) {
        this.record('commented', user);
      }
    });
    this.content.acknowledge(connection, ++connection.updates);
  }

  private seed(connection: Connection, text: string): void {
    demand(mayEdit(connection.role), 'You may look at this pipeline, but not begin it.');
    this.content.seed(connection, text);
  }

  private pass(notice: Buffer): void {
    this.attendance.all.forEach(connection => connection.isWeft && connection.send(notice));
  }

  private leaveBehind(connection: Connection): void {
    this.context.metrics.fellBehind();
    this.attendance.flush(); // what it is not sent any more is counted from the document as it is now
    connection.behind = { vector: this.content.document.vector, since: performance.now() };
  }

  /** Sends what came while a client read nothing. */
  private catchUpOn(connection: Connection, vector: Uint8Array): void {
    connection.behind = null;
    connection.sendState(vector, from => this.content.document.answer(from));
    connection.acknowledge();
    this.attendance.show(connection);
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

  private stores(works: boolean, cause: unknown): void {
    if (works) {
      this.context.log('storage works again', { room: this.id });
    } else {
      this.context.log('storage fails', { room: this.id, reason: String(cause) });
    }
    this.tell({ kind: 'storage', works });
  }

  private fail(error: unknown): void {
    this.context.log('room not stored', { room: this.id, reason: String(error) });
    if (error instanceof EpochError) {
      this.end(CLOSE.otherEpoch, 'The pipeline was begun anew; your copy has another history.');
    } else {
      this.end(CLOSE.failed, 'The latest edits could not be stored.');
    }
  }

  private publish(word: Word): void {
    writeWord(word).forEach(message => this.context.store.publish(this.id, message));
  }

  private record(what: 'opened' | 'edited' | 'commented' | 'refused', { username }: User): void {
    const { store, log } = this.context;
    store
      .record(this.id, { username, what })
      .catch(error => log('not recorded', { room: this.id, what, reason: String(error) }));
  }
}

function demand(may: boolean, otherwise: string): void {
  if (!may) {
    throw new Refusal(CLOSE.forbidden, otherwise);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
