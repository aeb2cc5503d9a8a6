import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type CommentRequest, MESSAGE, SYNC } from '../wire';

/** A frame with one text after its type. */
function textFrame(type: number, text: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, text);
  return encoding.toUint8Array(encoder);
}

export const commentFrame = (request: CommentRequest) => textFrame(MESSAGE.comment, JSON.stringify(request));
export const seedFrame = (text: string) => textFrame(MESSAGE.seed, text);

/** What a frame that goes out is, as far as it matters here. */
export type Outgoing = 'state' | 'update' | 'comment' | 'seed' | 'presence of another' | 'other';

/**
 * Reads the head of a frame that goes out; `state` is all that the hub lacks.
 * @param client number of the own client in its document
 */
export function readOutgoing(frame: Uint8Array, client: number): Outgoing {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case MESSAGE.sync: {
      const step = decoding.readVarUint(decoder);
      return step === SYNC.step2 ? 'state' : step === SYNC.update ? 'update' : 'other';
    }
    case MESSAGE.comment:
      return 'comment';
    case MESSAGE.seed:
      return 'seed';
    case MESSAGE.presence: {
      decoding.readVarUint(decoder); // length of what follows
      const isOwn = decoding.readVarUint(decoder) === 1 && decoding.readVarUint(decoder) === client;
      return isOwn ? 'other' : 'presence of another';
    }
    default:
      return 'other';
  }
}
