import type { Limits } from '../limits';
import type { Connection } from './connection';
import { checkPresence, GONE, type Presence } from './presence';
import { presenceFrame } from './wire';

/** Who is in a room, and what they show of themselves. */
export class Attendance {
  private readonly connections = new Set<Connection>();
  private changed = new Map<number, Presence>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly limits: Limits) {}

  get size(): number {
    return this.connections.size;
  }

  has(connection: Connection): boolean {
    return this.connections.has(connection);
  }

  add(connection: Connection): void {
    this.connections.add(connection);
    this.show(connection);
  }

  remove(connection: Connection): void {
    if (this.connections.delete(connection)) {
      connection.gone().forEach(state => this.announce(state));
    }
  }

  /** Sends all that others show to a client. */
  show(connection: Connection): void {
    const states = [...this.connections].flatMap(other =>
      other !== connection && other.presence && other.presence.state !== GONE ? [other.presence] : []
    );
    if (states.length > 0) {
      connection.send(presenceFrame(states));
    }
  }

  /**
   * Takes what a client shows of itself. Stock clients repeat what they hear of others, which would multiply with
   * the number of clients and let one speak for another: states of other numbers are dropped.
   *
   * @throws Refusal when the client's own state is too large or not JSON.
   */
  receive(connection: Connection, states: readonly Presence[]): void {
    for (const state of states) {
      if (!this.owns(connection, state)) {
        continue;
      }
      checkPresence(state, this.limits.presence);
      if (!connection.presence || state.clock >= connection.presence.clock) {
        connection.presence = state;
        this.announce(state);
      }
    }
  }

  /** Sends a frame to all but its author. */
  broadcast(frame: Uint8Array, author?: Connection): void {
    for (const connection of this.connections) {
      if (connection !== author) {
        connection.send(frame);
      }
    }
  }

  /** Takes everybody out. */
  clear(): Connection[] {
    const all = [...this.connections];
    this.connections.clear();
    clearTimeout(this.timer);
    return all;
  }

  private owns(connection: Connection, { client, state }: Presence): boolean {
    if (connection.presence) {
      return connection.presence.client === client;
    }
    return state !== GONE && ![...this.connections].some(other => other.presence?.client === client);
  }

  /** Gathers changes into one frame, for many move their pointer at once. */
  private announce(state: Presence): void {
    this.changed.set(state.client, state);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const states = [...this.changed.values()];
      this.changed = new Map();
      this.broadcast(presenceFrame(states));
    }, this.limits.presenceTick);
  }
}
