import * as decoding from 'lib0/decoding';
import { CLOSE, MESSAGE, SYNC } from '../../src/wire';
import { Refusal } from './refusal';

/** What a client says. `state` asks for all that is missing from a state vector; the reply is a `step2`. */
export type Message =
  | { kind: 'state'; vector: Uint8Array }
  | { kind: 'update'; update: Uint8Array; reply: boolean }
  | { kind: 'presence'; states: Uint8Array }
  | { kind: 'queryPresence' }
  | { kind: 'keepAlive' }
  | { kind: 'comment'; request: string }
  | { kind: 'seed'; text: string };

type Read = (decoder: decoding.Decoder) => Message;

const SYNC_READERS: Readonly<Record<number, Read>> = {
  [SYNC.step1]: decoder => ({ kind: 'state', vector: decoding.readVarUint8Array(decoder) }),
  [SYNC.step2]: decoder => ({ kind: 'update', update: decoding.readVarUint8Array(decoder), reply: true }),
  [SYNC.update]: decoder => ({ kind: 'update', update: decoding.readVarUint8Array(decoder), reply: false })
};

const READERS: Readonly<Record<number, Read>> = {
  [MESSAGE.sync]: decoder => {
    const step = decoding.readVarUint(decoder);
    return reader(SYNC_READERS, step, `There is no message of synchronisation ${step}.`)(decoder);
  },
  [MESSAGE.presence]: decoder => ({ kind: 'presence', states: decoding.readVarUint8Array(decoder) }),
  [MESSAGE.queryPresence]: () => ({ kind: 'queryPresence' })
};

/** Messages of clients that chose the subprotocol. */
const WEFT_READERS: Readonly<Record<number, Read>> = {
  ...READERS,
  [MESSAGE.keepAlive]: () => ({ kind: 'keepAlive' }),
  [MESSAGE.comment]: decoder => ({ kind: 'comment', request: decoding.readVarString(decoder) }),
  [MESSAGE.seed]: decoder => ({ kind: 'seed', text: decoding.readVarString(decoder) })
};

function reader(readers: Readonly<Record<number, Read>>, number: number, message: string): Read {
  if (!Object.hasOwn(readers, number)) {
    throw new Refusal(CLOSE.malformed, message);
  }
  return readers[number];
}

/** A byte or two ask for a long answer: a frame of many such messages would cost far more than it does to send. */
const MOST = 16;

/** Reads the messages of a frame: stock clients send one, newer ones may send several. @throws Refusal */
export function readFrame(frame: Uint8Array, isWeft: boolean): Message[] {
  try {
    const decoder = decoding.createDecoder(frame);
    const messages: Message[] = [];
    do {
      if (messages.length === MOST) {
        throw new Refusal(CLOSE.malformed, `A frame holds at most ${MOST} messages.`);
      }
      const type = decoding.readVarUint(decoder);
      const readers = isWeft ? WEFT_READERS : READERS;
      messages.push(reader(readers, type, `There is no message of type ${type}.`)(decoder));
    } while (decoding.hasContent(decoder));
    return messages;
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(CLOSE.malformed, 'The frame is cut short.');
  }
}
