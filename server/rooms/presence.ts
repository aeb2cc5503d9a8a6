import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { CLOSE, type User } from '../../src/wire';
import { Refusal } from './refusal';

/** What one client shows of itself to the others; `null` takes it back. */
export interface Presence {
  /** The client's number in its document. */
  client: number;
  /** Grows with each state of the client. */
  clock: number;
  /** JSON text; `null` when the client left. */
  state: string;
}

/** The state of a client that left. */
export const GONE = 'null';

/** How deep objects and arrays may be nested in a state. */
const DEPTH = 8;

/** Reads an awareness update of y-protocols, and the states only where `wants` says so. @throws Refusal */
export function readPresence(
  update: Uint8Array,
  wants: (client: number) => boolean = () => true
): Presence[] {
  try {
    const decoder = decoding.createDecoder(update);
    const states: Presence[] = [];
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const state = decoding.readVarUint8Array(decoder);
      if (wants(client)) {
        states.push({ client, clock, state: Buffer.from(state).toString('utf8') });
      }
    }
    return states;
  } catch {
    throw new Refusal(CLOSE.malformed, 'The frame is cut short.');
  }
}

/** Writes an awareness update of y-protocols. */
export function writePresence(states: Iterable<Presence>): Uint8Array {
  const all = [...states];
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, all.length);
  for (const { client, clock, state } of all) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}

/**
 * A client's state as others may see it: no larger and no deeper than every peer can read, and with its real user.
 *
 * @throws Refusal when it is larger than `limit` bytes, too deep, or no object in JSON: stock clients fail on it.
 */
export function checkedState(state: string, user: User, limit: number): string {
  if (Buffer.byteLength(state) > limit) {
    throw new Refusal(
      CLOSE.tooLarge,
      `The state of presence is larger than ${limit} bytes; send less of it.`
    );
  }
  const value = parsed(state);
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Refusal(CLOSE.malformed, 'The state of presence is not an object in JSON.');
  }
  if (!isShallow(value, DEPTH)) {
    throw new Refusal(CLOSE.malformed, `The state of presence is nested deeper than ${DEPTH} levels.`);
  }
  return value === null ? GONE : JSON.stringify({ ...value, user });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isShallow = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every(inner => isShallow(inner, depth - 1)));
