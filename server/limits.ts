import { Type } from 'typebox';
import { Value } from 'typebox/value';

const Count = Type.Number({ exclusiveMinimum: 0 });

/** What one client, user, address or room may cost; sizes in bytes, times in milliseconds. */
const SHAPE = Type.Object(
  {
    /** Largest frame from a client, as a first upload of offline work is one, and how much of a document one to it holds. */
    frame: Count,
    /** Largest state of presence of one client, as JSON. */
    presence: Count,
    /** What may wait to be sent to a client, apart from the document itself, before it is left behind. */
    backlog: Count,
    /** How long a client may stay behind before it is sent away. */
    behind: Count,
    /** What a room may hold that is not stored yet, before it stops reading from its writers. */
    unsaved: Count,
    /** How long a room goes on while its storage fails. */
    storePatience: Count,
    /** What a room may hold of edits whose predecessors never came, and for how long. */
    gap: Count,
    gapAge: Count,
    /** Rows of a room after which the store is asked to merge them. */
    rows: Count,
    /** How long a room without clients stays in memory. */
    idle: Count,
    /** How long changes of presence are gathered into one frame. */
    presenceTick: Count,
    /** How often a client hears from the hub at least; stock clients leave after 30 s of silence. */
    keepAlive: Count,
    /** How often a room looks for updates that other hubs stored, whose hint was lost. */
    headCheck: Count,
    /** Over how long the clients of a hub that ends are sent away, if they are many. */
    drain: Count,
    /** Of one user on this hub: connections, different rooms, updates and bytes in a second. */
    userConnections: Count,
    userRooms: Count,
    userUpdates: Count,
    userBytes: Count,
    /** Connections from one address. */
    addressConnections: Count,
    /** Requests in a second from one address, over some seconds: WebSockets, and whatever is refused, among them. */
    addressRequests: Count,
    /** Of one room: clients at a time, and the size of its document, beyond which only deletions are taken. */
    roomClients: Count,
    roomBytes: Count
  },
  { additionalProperties: false }
);
export type Limits = { [key in keyof typeof SHAPE.properties]: number };

const MIB = 2 ** 20;

/** Frames stay below the 10 MiB at which jupyter-server-proxy cuts a connection. */
export const LIMITS: Limits = {
  frame: 8 * MIB,
  presence: 4096,
  backlog: 4 * MIB,
  behind: 30_000,
  unsaved: 8 * MIB,
  storePatience: 5000,
  gap: 64 * 1024,
  gapAge: 30_000,
  rows: 1000,
  idle: 60_000,
  presenceTick: 50,
  keepAlive: 20_000,
  headCheck: 5000,
  drain: 5000,
  userConnections: 200,
  userRooms: 100,
  userUpdates: 200,
  userBytes: 8 * MIB,
  addressConnections: 1000,
  addressRequests: 200,
  roomClients: 2000,
  roomBytes: 64 * MIB
};

/**
 * Reads limits that differ from the usual ones, as JSON: `{"userConnections": 5000}`.
 *
 * @throws Error when a limit is unknown or no positive number.
 */
export function readLimits(text: string): Limits {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`Limits are given as an object in JSON, such as {"userConnections": 500}.`);
  }
  if (!Value.Check(Type.Partial(SHAPE, { additionalProperties: false }), value)) {
    const names = Object.keys(LIMITS).join(', ');
    throw new Error(`Limits are positive numbers by name; there are ${names}.`);
  }
  return { ...LIMITS, ...(value as Partial<Limits>) };
}
