import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { CLOSE, Refusal } from './refusal';

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

/** Reads the states in an awareness update of y-protocols. @throws Error when it is cut short. */
export function readPresence(update: Uint8Array): Presence[] {
  const decoder = decoding.createDecoder(update);
  const states: Presence[] = [];
  for (let count = decoding.readVarUint(decoder); count > 0; count--) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    states.push({ client, clock, state: decoding.readVarString(decoder) });
  }
  return states;
}

/** Writes an awareness update of y-protocols. */
export function writePresence(states: readonly Presence[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, states.length);
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return encoding.toUint8Array(encoder);
}

/**
 * Holds a state to what every peer can read.
 *
 * @throws Refusal when it is larger than `limit` bytes or no object in JSON: stock clients fail on it.
 */
export function checkPresence({ state }: Presence, limit: number): void {
  if (Buffer.byteLength(state) > limit) {
    throw new Refusal(
      CLOSE.tooLarge,
      `The state of presence is larger than ${limit} bytes; send less of it.`
    );
  }
  if (!isObject(state)) {
    throw new Refusal(CLOSE.malformed, 'The state of presence is not an object in JSON.');
  }
}

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
