import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { MESSAGE } from '../wire';
import { commentFrame, readOutgoing, seedFrame } from './frames';

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

test('frames are told apart, and those that show others are not let out', () => {
  const [own, other] = [new Y.Doc(), new Y.Doc()];
  const awareness = new Awareness(own);
  awareness.setLocalState({ cursor: [1, 2] });
  awareness.states.set(other.clientID, { cursor: [3, 4] });
  awareness.meta.set(other.clientID, { clock: 1, lastUpdated: 0 });
  const presence = (...clients: number[]) =>
    frame(MESSAGE.presence, encoder =>
      encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, clients))
    );
  const frames = [
    frame(MESSAGE.sync, encoder => sync.writeSyncStep1(encoder, own)),
    frame(MESSAGE.sync, encoder => sync.writeSyncStep2(encoder, own)),
    frame(MESSAGE.sync, encoder => sync.writeUpdate(encoder, Y.encodeStateAsUpdate(own))),
    commentFrame({ do: 'resolve', thread: 't1' }),
    seedFrame('{}'),
    presence(own.clientID),
    presence(other.clientID),
    presence(own.clientID, other.clientID),
    presence()
  ];
  awareness.destroy();
  expect(frames.map(each => readOutgoing(each, own.clientID))).toEqual([
    'other',
    'state',
    'update',
    'comment',
    'seed',
    'other',
    'presence of another',
    'presence of another',
    'presence of another'
  ]);
});
