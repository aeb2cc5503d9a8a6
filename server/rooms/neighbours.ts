import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Presence, readPresence, writePresence } from './presence';

/** What hubs of one store tell each other about a room, beside updates. */
export type Word =
  /** What clients show. */
  | { kind: 'presence'; states: readonly Presence[] }
  /** Asks what clients show. */
  | { kind: 'who' }
  /** A frame for all clients of `weft.v1`. */
  | { kind: 'notice'; frame: Uint8Array }
  /** Somebody's role changed. */
  | { kind: 'roles' };

const KINDS = ['presence', 'who', 'notice', 'roles'] as const;
/** Most bytes of states in one word: PostgreSQL takes 8000 bytes, as text. */
const PART = 5000;

/** @throws Error when it is cut short. */
export function readWord(message: Uint8Array): Word {
  const kind = KINDS[message[0]];
  const body = message.subarray(1);
  switch (kind) {
    case 'presence':
      return { kind, states: readPresence(body) };
    case 'notice':
      return { kind, frame: decoding.readVarUint8Array(decoding.createDecoder(body)) };
    default:
      return { kind };
  }
}

/** A word as messages, each short enough to be published. */
export function writeWord(word: Word): Uint8Array[] {
  const head = KINDS.indexOf(word.kind);
  switch (word.kind) {
    case 'presence':
      return parts(word.states).map(states => Buffer.concat([Buffer.from([head]), writePresence(states)]));
    case 'notice': {
      const encoder = encoding.createEncoder();
      encoding.writeUint8(encoder, head);
      encoding.writeVarUint8Array(encoder, word.frame);
      return [encoding.toUint8Array(encoder)];
    }
    default:
      return [new Uint8Array([head])];
  }
}

function parts(states: readonly Presence[]): Presence[][] {
  const all: Presence[][] = [];
  let room = 0;
  for (const state of states) {
    const size = Buffer.byteLength(state.state) + 16;
    if (size > room) {
      all.push([]);
      room = PART;
    }
    all[all.length - 1].push(state);
    room -= size;
  }
  return all;
}
