import { CLOSE } from '../../src/wire';
import type { Limits } from '../limits';
import type { Connection } from './connection';
import { step1Frame } from './frames';
import { Refusal } from './refusal';
import type { RoomDocument } from './room-document';

/** How often one client is asked for what it left out, in milliseconds. */
const ASK = 1000;

/**
 * Clients whose edits came without those before them. Yjs keeps such edits aside, and tries them again with each
 * further update: they are not acknowledged, and dropped when they are too many or too old.
 */
export class Gaps {
  /** True: some of its edits were dropped, and only all that it has can fill the gap. */
  private readonly waiting = new Map<Connection, { lost: boolean }>();
  private since = 0;

  constructor(
    private readonly document: RoomDocument,
    private readonly limits: Limits
  ) {}

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  has(connection: Connection): boolean {
    return this.waiting.has(connection);
  }

  remove(connection: Connection): void {
    this.waiting.delete(connection);
  }

  /**
   * An update was applied, in `whole` or in part; a `reply` holds all that the client has.
   *
   * @returns the clients of which nothing waits any more.
   * @throws Refusal when a client floods the room.
   */
  applied(
    connection: Connection,
    { whole, reply }: { whole: boolean; reply: boolean },
    now: number
  ): Connection[] {
    if (!whole) {
      this.wait(connection, now);
    }
    const filled = [...this.waiting].flatMap(([client, { lost }]) =>
      (this.document.gap === 0 && !lost) || (client === connection && whole && reply) ? [client] : []
    );
    filled.forEach(client => this.waiting.delete(client));
    if (this.document.gap === 0) {
      this.since = 0;
    }
    return filled;
  }

  /** Drops what waits for too long. @returns the clients that it came from */
  expired(now: number): Connection[] {
    if (this.since === 0 || now - this.since <= this.limits.gapAge) {
      return [];
    }
    const clients = [...this.waiting.keys()];
    this.waiting.clear();
    this.drop();
    return clients;
  }

  private wait(connection: Connection, now: number): void {
    this.since ||= now;
    const known = this.waiting.get(connection);
    if (!known) {
      this.waiting.set(connection, { lost: false });
    }
    if (this.document.gap > this.limits.gap) {
      this.drop();
      if (known?.lost) {
        this.waiting.delete(connection);
        throw new Refusal(CLOSE.notApplicable, MISSING);
      }
    }
    if (now - connection.askedAt >= ASK) {
      connection.askedAt = now;
      connection.send(step1Frame(this.document.vector));
    }
  }

  private drop(): void {
    this.document.forget();
    this.waiting.forEach(state => (state.lost = true));
    this.since = 0;
  }
}

export const MISSING = 'Edits came without those before them; reload the page.';
