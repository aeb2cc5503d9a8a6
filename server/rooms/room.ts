import type { Limits } from '../limits';
import type { Log } from '../log';
import type { Store } from '../stores';
import { Attendance } from './attendance';
import type { Connection } from './connection';
import { CLOSE, type CloseCode, Refusal } from './refusal';
import { RoomDocument } from './room-document';
import { type Message, readFrame, step1Frame, step2Frame, updateFrame } from './wire';

/** What a room needs of the hub. */
export interface RoomContext {
  store: Store;
  limits: Limits;
  log: Log;
}

/**
 * One document, open for live editing. An update is checked, applied, sent to the others and stored, in this order;
 * it counts as saved, and is acknowledged, only when the store has it for good.
 */
export class Room {
  private readonly attendance: Attendance;
  private saved: Promise<unknown> = Promise.resolve();
  private unsavedBytes = 0;
  private readonly paused = new Set<Connection>();
  private ended = false;
  private failed = false;

  private constructor(
    readonly id: string,
    private readonly document: RoomDocument,
    private rows: number,
    private readonly context: RoomContext,
    private readonly onEnd: () => void
  ) {
    this.attendance = new Attendance(context.limits);
  }

  /**
   * Opens a room as it is stored; `onEnd` is called once, when nobody may join any more.
   *
   * @throws StoreError, or Error when what is stored cannot be applied.
   */
  static async open(id: string, context: RoomContext, onEnd: () => void): Promise<Room> {
    const stored = await context.store.load(id);
    return new Room(id, new RoomDocument(stored), stored.length, context, onEnd);
  }

  get isEmpty(): boolean {
    return this.attendance.size === 0;
  }

  /** Whether nobody may join any more: the room was closed or failed. */
  get isEnded(): boolean {
    return this.ended;
  }

  /** Resolves when nothing waits to be stored any more, whether that worked or not. */
  async settled(): Promise<void> {
    await this.saved.catch(() => undefined);
  }

  join(connection: Connection): void {
    connection.send(step1Frame(this.document.vector));
    this.attendance.add(connection);
  }

  leave(connection: Connection): void {
    this.attendance.remove(connection);
    this.paused.delete(connection);
  }

  /** Takes a frame of a client; a client that breaks the protocol is sent away, and nobody else notices. */
  receive(connection: Connection, frame: Uint8Array): void {
    if (!this.attendance.has(connection)) {
      return;
    }
    try {
      if (frame.length > this.context.limits.frame) {
        throw new Refusal(CLOSE.tooLarge, `The frame is larger than ${this.context.limits.frame} bytes.`);
      }
      readFrame(frame).forEach(message => this.take(connection, message));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      this.context.log(refusal ? 'client refused' : 'room broken', {
        room: this.id,
        user: connection.user.username,
        reason: String(error)
      });
      this.leave(connection);
      connection.refuse(refusal ?? new Refusal(CLOSE.notApplicable, 'The update cannot be applied.'));
      if (!refusal) {
        this.end(CLOSE.failed, 'The room is loaded anew.');
      }
    }
  }

  /** Sends everybody away and takes nothing more. What waits to be stored still is. */
  end(code: CloseCode, reason: string): void {
    this.ended = true;
    this.onEnd();
    this.attendance.clear().forEach(connection => connection.close(code, reason));
    this.paused.clear();
    this.document.destroy();
  }

  private take(connection: Connection, message: Message): void {
    switch (message.kind) {
      case 'state':
        return connection.sendState(step2Frame(this.document.since(message.vector)));
      case 'update':
        return this.update(connection, message.update);
      case 'presence':
        return this.attendance.receive(connection, message.states);
      case 'queryPresence':
        return this.attendance.show(connection);
    }
  }

  private update(connection: Connection, update: Uint8Array): void {
    const count = ++connection.updates;
    const changes = this.document.apply(update);
    changes.forEach(change => this.attendance.broadcast(updateFrame(change), connection));
    if (changes.length > 0) {
      this.save(connection, changes);
    }
    if (this.document.gap === 0) {
      this.saved.then(
        () => connection.acknowledge(count),
        () => undefined
      );
    } else if (this.document.gap > this.context.limits.gap) {
      throw new Error('Edits came whose predecessors never did');
    } else {
      connection.send(step1Frame(this.document.vector));
    }
  }

  private save(connection: Connection, changes: readonly Uint8Array[]): void {
    const { store, limits, log } = this.context;
    const bytes = changes.reduce((sum, change) => sum + change.length, 0);
    this.unsavedBytes += bytes;
    if (this.unsavedBytes > limits.unsaved) {
      this.paused.add(connection);
      connection.pause();
    }
    const stored = store.append(this.id, changes).then(() => {
      this.unsavedBytes -= bytes;
      if (this.unsavedBytes <= limits.unsaved) {
        this.paused.forEach(waiting => waiting.resume());
        this.paused.clear();
      }
    });
    // Once one append failed, none after it counts: the store may have a gap.
    this.saved = Promise.all([this.saved, stored]);
    this.saved.catch(error => this.fail(error));
    this.rows += changes.length;
    if (this.rows > limits.rows) {
      this.rows = 1;
      store
        .compact(this.id)
        .catch(error => log('room not compacted', { room: this.id, reason: String(error) }));
    }
  }
  private fail(error: unknown): void {
    if (this.failed) {
      return;
    }
    this.failed = true;
    this.context.log('room not stored', { room: this.id, reason: String(error) });
    if (!this.ended) {
      this.end(CLOSE.failed, 'The latest edits could not be stored.');
    }
  }
}
