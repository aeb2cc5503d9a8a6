import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type Presence, readPresence, writePresence } from './presence';
import { CLOSE, Refusal } from './refusal';

/**
 * The wire of y-websocket: binary frames that begin with a type. `ack` is known only to clients that offer the
 * subprotocol `weft.v1`.
 */
const FRAME = { sync: 0, presence: 1, auth: 2, queryPresence: 3, ack: 65 } as const;
const SYNC = { step1: 0, step2: 1, update: 2 } as const;
const DENIED = 0;

/** The subprotocol of clients that understand more than y-websocket. */
export const WEFT_PROTOCOL = 'weft.v1';

/** What a client says. `state` asks for all that is missing from a state vector; the reply is a `step2`. */
export type Message =
  | { kind: 'state'; vector: Uint8Array }
  | { kind: 'update'; update: Uint8Array }
  | { kind: 'presence'; states: Presence[] }
  | { kind: 'queryPresence' };

/** Reads the messages of a frame: stock clients send one, newer ones may send several. @throws Refusal */
export function readFrame(frame: Uint8Array): Message[] {
  try {
    const decoder = decoding.createDecoder(frame);
    const messages: Message[] = [];
    do {
      messages.push(readMessage(decoder));
    } while (decoding.hasContent(decoder));
    return messages;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(CLOSE.malformed, 'The frame is cut short.');
  }
}

function readMessage(decoder: decoding.Decoder): Message {
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case FRAME.sync: {
      const step = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (step > SYNC.update) {
        throw new Refusal(CLOSE.malformed, `There is no message of synchronisation ${step}.`);
      }
      return step === SYNC.step1 ? { kind: 'state', vector: bytes } : { kind: 'update', update: bytes };
    }
    case FRAME.presence:
      return { kind: 'presence', states: readPresence(decoding.readVarUint8Array(decoder)) };
    case FRAME.queryPresence:
      return { kind: 'queryPresence' };
    default:
      throw new Refusal(CLOSE.malformed, `There is no message of type ${type}.`);
  }
}

function frame(type: number, ...write: ((encoder: encoding.Encoder) => void)[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write.forEach(part => part(encoder));
  return encoding.toUint8Array(encoder);
}

const number = (value: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, value);
const bytes = (value: Uint8Array) => (encoder: encoding.Encoder) =>
  encoding.writeVarUint8Array(encoder, value);

/** Asks a client for what the hub lacks. Without it, edits made offline would never be sent. */
export const step1Frame = (vector: Uint8Array) => frame(FRAME.sync, number(SYNC.step1), bytes(vector));
/** Answers `state`; the client counts as synchronised when it arrives. */
export const step2Frame = (update: Uint8Array) => frame(FRAME.sync, number(SYNC.step2), bytes(update));
export const updateFrame = (update: Uint8Array) => frame(FRAME.sync, number(SYNC.update), bytes(update));
export const presenceFrame = (states: readonly Presence[]) =>
  frame(FRAME.presence, bytes(writePresence(states)));
/** Says nothing, and keeps a stock client from taking the silence of an idle room for a lost connection. */
export const KEEP_ALIVE = presenceFrame([]);
/** Tells why the connection ends, since proxies lose the reason of a close. */
export const deniedFrame = (reason: string) =>
  frame(FRAME.auth, number(DENIED), encoder => encoding.writeVarString(encoder, reason));
/** So many frames with updates of this connection are stored for good. */
export const ackFrame = (count: number) => frame(FRAME.ack, number(count));
