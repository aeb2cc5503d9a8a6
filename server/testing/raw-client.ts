import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { headersOf } from './hub';
import { until } from './until';

/** A frame of the wire: its type, and for synchronisation the step. */
export const frameOf = (...head: number[]) => ({
  with(body: Uint8Array): Uint8Array {
    const encoder = encoding.createEncoder();
    head.forEach(number => encoding.writeVarUint(encoder, number));
    encoding.writeVarUint8Array(encoder, body);
    return encoding.toUint8Array(encoder);
  }
});

/** The JSON that a frame carries after its type. */
export const jsonOf = (frame: Uint8Array): unknown =>
  JSON.parse(decoding.readVarString(decoding.createDecoder(frame.subarray(1))));

/** The update that a frame of synchronisation carries. */
export const updateOf = (frame: Uint8Array): Uint8Array =>
  decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2)));

export const updateFrame = (update: Uint8Array) => frameOf(0, 2).with(update);

/** An update that sets one key of a map; each from a client of its own. */
export function edit(key: string, value: string | number = 1): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('nodes').set(key, value);
  return Y.encodeStateAsUpdate(doc);
}

/** An awareness frame as y-websocket sends it. */
export function presenceFrame(...states: [client: number, clock: number, state: string][]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, states.length);
  for (const [client, clock, state] of states) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  }
  return frameOf(1).with(encoding.toUint8Array(encoder));
}

/** A client that speaks frame by frame, right or wrong. */
export class RawClient {
  readonly frames: Uint8Array[] = [];
  closed: { code: number; reason: string } | null = null;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.frames.push(new Uint8Array(data)));
    socket.on('close', (code, reason) => (this.closed = { code, reason: String(reason) }));
    socket.on('error', () => undefined);
  }

  /** Opens `ws://<url>`; resolves when the connection stands. */
  static async open(url: string, options: { user?: string; protocols?: string[] } = {}): Promise<RawClient> {
    const { user = 'ada', protocols = [] } = options;
    const client = new RawClient(new WebSocket(`ws://${url}`, protocols, { headers: headersOf(user) }));
    onTestFinished(() => client.socket.terminate());
    await new Promise((resolve, reject) => client.socket.once('open', resolve).once('error', reject));
    return client;
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  /** The first frame that begins so and is not taken yet. */
  async take(...head: number[]): Promise<Uint8Array> {
    const index = () => this.frames.findIndex(frame => head.every((byte, i) => frame[i] === byte));
    await until(() => index() >= 0, `a frame ${head} comes`);
    return this.frames.splice(index(), 1)[0];
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    await until(() => this.closed !== null, 'the hub closes the connection');
    return this.closed as { code: number; reason: string };
  }
}
