import type { Limits } from '../limits';
import { Broadcast } from './broadcast';
import type { Connection } from './connection';
import { Elsewhere } from './elsewhere';
import { presenceFrame } from './frames';
import { checkedState, GONE, type Presence, readPresence, writePresence } from './presence';
import type { Refusal } from './refusal';

/** From how many clients on presence is told less often, and how many times less at most. */
const MANY = 250;
const SLOWEST = 4;

/** What attendance tells its room. */
export interface AttendanceEvents {
  /** A client showed something that no peer could read. */
  refused(connection: Connection, refusal: Refusal): void;
  /** What clients of this hub show changed: other hubs want to know. */
  shown(states: readonly Presence[]): void;
}

/** Who is in a room, and what they show of themselves. */
export class Attendance {
  private readonly connections = new Set<Connection>();
  private readonly owners = new Map<number, Connection>();
  private readonly elsewhere = new Elsewhere();
  private readonly broadcasts = new Broadcast(this.connections);
  private news = new Set<Connection>();
  private gone: Presence[] = [];
  private timer: NodeJS.Timeout | undefined;
  private everybody: { frame: Buffer; isEmpty: boolean } | null = null;

  constructor(
    private readonly limits: Limits,
    private readonly events: AttendanceEvents
  ) {}

  get size(): number {
    return this.connections.size;
  }

  get all(): Connection[] {
    return [...this.connections];
  }

  /** What the clients of this hub show. */
  get shown(): Presence[] {
    return this.all.flatMap(({ presence }) => (presence && presence.state !== GONE ? [presence] : []));
  }

  has(connection: Connection): boolean {
    return this.connections.has(connection);
  }

  add(connection: Connection): void {
    this.connections.add(connection);
    this.show(connection);
  }

  remove(connection: Connection): void {
    if (!this.connections.delete(connection)) {
      return;
    }
    this.everybody = null;
    this.news.delete(connection);
    if (connection.client !== null && this.owners.get(connection.client) === connection) {
      this.owners.delete(connection.client);
      const gone = connection.gone();
      if (gone) {
        this.gone.push(gone);
        this.announce();
      }
    }
  }

  /** Sends all that is shown to a client; many that come in one moment get the same frame. */
  show(connection: Connection): void {
    if (!this.everybody) {
      const states = [...this.shown, ...this.elsewhere.shown];
      this.everybody = { frame: presenceFrame(writePresence(states)), isEmpty: states.length === 0 };
    }
    if (!this.everybody.isEmpty) {
      connection.send(this.everybody.frame);
    }
  }

  /**
   * Takes what a client shows of itself. Stock clients repeat what they hear of others, which would multiply with
   * the number of clients and let one speak for another: states of other numbers are passed over unread. Of many
   * states in a moment the last one counts.
   *
   * @throws Refusal when the frame is cut short.
   */
  receive(connection: Connection, states: Uint8Array): void {
    for (const state of readPresence(states, client => this.mayShow(connection, client))) {
      if (connection.client === null) {
        if (state.state === GONE) {
          continue;
        }
        this.claim(connection, state.client);
      }
      const last = connection.news ?? connection.presence;
      if (connection.client === state.client && (!last || state.clock >= last.clock)) {
        connection.news = state;
        this.news.add(connection);
        this.announce();
      }
    }
  }

  /** Takes what clients of other hubs show. */
  hear(states: readonly Presence[], now: number): void {
    if (this.elsewhere.hear(states, now)) {
      this.announce();
    }
  }

  /** Takes back what other hubs have not repeated for long. */
  check(now: number): void {
    if (this.elsewhere.expire(now)) {
      this.announce();
    }
  }

  /** Sends a change to all but its author. */
  broadcast(frame: Buffer, author?: Connection): void {
    this.broadcasts.edit(frame, author);
  }

  /** Sends at once the changes that are on their way. */
  flush(): void {
    this.broadcasts.flush();
  }

  /** Takes everybody out. */
  clear(): Connection[] {
    const all = this.all;
    this.broadcasts.clear();
    this.connections.clear();
    clearTimeout(this.timer);
    return all;
  }

  private mayShow(connection: Connection, client: number): boolean {
    if (connection.client !== null) {
      return connection.client === client;
    }
    // A connection that is lost is noticed late; its user may come back with the same document.
    const owner = this.owners.get(client);
    return (!owner || owner.user.username === connection.user.username) && !this.elsewhere.has(client);
  }

  private claim(connection: Connection, client: number): void {
    const before = this.owners.get(client);
    if (before) {
      this.news.delete(before);
      Object.assign(before, { client: null, presence: null, news: null });
    }
    this.owners.set(client, connection);
    connection.client = client;
  }

  /** What is shown grows with the clients who show it and with those who see it. */
  private get tick(): number {
    return this.limits.presenceTick * Math.max(1, Math.min(SLOWEST, this.size / MANY));
  }

  /** Gathers changes into one frame, for many move their pointer at once. */
  private announce(): void {
    this.timer ??= setTimeout(() => this.tell(), this.tick);
  }

  private tell(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.everybody = null;
    const own = [...this.gone, ...this.checked()];
    const states = [...own, ...this.elsewhere.takeNews()];
    this.gone = [];
    if (states.length > 0) {
      this.broadcasts.show(presenceFrame(writePresence(states)));
    }
    if (own.length > 0) {
      this.events.shown(own);
    }
  }

  private checked(): Presence[] {
    const connections = [...this.news];
    this.news = new Set();
    return connections.flatMap(connection => {
      const { news, user } = connection;
      connection.news = null;
      try {
        connection.presence = news && {
          ...news,
          state: checkedState(news.state, user, this.limits.presence)
        };
        return connection.presence ? [connection.presence] : [];
      } catch (error) {
        this.events.refused(connection, error as Refusal);
        return [];
      }
    });
  }
}
