/** What one client or one room may cost; sizes in bytes, times in milliseconds. */
export interface Limits {
  /** Largest frame from a client: a first upload of offline work is one frame. */
  frame: number;
  /** Largest state of presence of one client, as JSON. */
  presence: number;
  /** What may wait to be sent to a client, apart from the document itself, before it counts as too slow. */
  backlog: number;
  /** What a room may hold that is not stored yet, before it stops reading from its writers. */
  unsaved: number;
  /** What a room may hold of edits whose predecessors never came. */
  gap: number;
  /** Rows of a room after which the store is asked to merge them. */
  rows: number;
  /** How long a room without clients stays in memory. */
  idle: number;
  /** How long changes of presence are gathered into one frame. */
  presenceTick: number;
  /** How often a client hears from the hub at least; stock clients leave after 30 s of silence. */
  keepAlive: number;
}

const MIB = 2 ** 20;

/** Frames stay below the 10 MiB at which jupyter-server-proxy cuts a connection. */
export const LIMITS: Limits = {
  frame: 8 * MIB,
  presence: 4096,
  backlog: 4 * MIB,
  unsaved: 8 * MIB,
  gap: 64 * 1024,
  rows: 1000,
  idle: 60_000,
  presenceTick: 50,
  keepAlive: 20_000
};
