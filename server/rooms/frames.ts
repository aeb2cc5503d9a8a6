import * as encoding from 'lib0/encoding';
import { type Hello, MESSAGE, type Notice, SYNC } from '../../src/wire';

const DENIED = 0;

type Part = (encoder: encoding.Encoder) => void;

function frame(...parts: Part[]): Buffer {
  const encoder = encoding.createEncoder();
  parts.forEach(part => part(encoder));
  const { buffer, byteOffset, byteLength } = encoding.toUint8Array(encoder);
  return Buffer.from(buffer, byteOffset, byteLength);
}

const number = (value: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, value);
const bytes = (value: Uint8Array) => (encoder: encoding.Encoder) =>
  encoding.writeVarUint8Array(encoder, value);
const text = (value: string) => (encoder: encoding.Encoder) => encoding.writeVarString(encoder, value);

/** Asks a client for what the hub lacks. Without it, edits made offline would never be sent. */
export const step1Frame = (vector: Uint8Array) =>
  frame(number(MESSAGE.sync), number(SYNC.step1), bytes(vector));
/** Answers a state vector; the client counts as synchronised when it arrives. */
export const step2Frame = (update: Uint8Array) =>
  frame(number(MESSAGE.sync), number(SYNC.step2), bytes(update));
export const updateFrame = (update: Uint8Array) =>
  frame(number(MESSAGE.sync), number(SYNC.update), bytes(update));
/** `states` as `writePresence` makes them. */
export const presenceFrame = (states: Uint8Array) => frame(number(MESSAGE.presence), bytes(states));
/** Tells a stock client why the connection ends, since proxies lose the reason of a close. */
export const deniedFrame = (reason: string) => frame(number(MESSAGE.auth), number(DENIED), text(reason));
export const helloFrame = (hello: Hello) => frame(number(MESSAGE.hello), text(JSON.stringify(hello)));
/** So many frames with updates of this connection are stored for good. */
export const ackFrame = (count: number) => frame(number(MESSAGE.ack), number(count));
export const noticeFrame = (notice: Notice) => frame(number(MESSAGE.notice), text(JSON.stringify(notice)));

/** Says nothing, and keeps a stock client from taking the silence of an idle room for a lost connection. */
export const STOCK_KEEP_ALIVE = presenceFrame(new Uint8Array([0]));
export const KEEP_ALIVE = frame(number(MESSAGE.keepAlive));
