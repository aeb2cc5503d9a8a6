import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { MESSAGE, SYNC, WEFT_PROTOCOL } from '../../src/wire';
import { headersOf } from './hub';
import { frameOf, updateFrame } from './raw-client';

/** A client of `weft.v1` with a document of its own that notes which of its edits were acknowledged, and when. */
export class Writer {
  readonly doc = new Y.Doc();
  /** Called with each edit that the hub acknowledged. */
  onAck: (key: string, value: number) => void = () => undefined;
  /** Called with each key that another client wrote. */
  onSeen: (key: string) => void = () => undefined;
  isClosed = false;
  /** Key of each frame sent that counts as one with an update; null for the answer to the hub's step 1. */
  private readonly sent: ([key: string, value: number] | null)[] = [];
  private known = 0;
  private synced: () => void = () => undefined;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.receive(new Uint8Array(data)));
    socket.on('close', () => (this.isClosed = true));
    socket.on('error', () => undefined);
    this.doc.getMap('nodes').observe((event, { origin }) => {
      if (origin === this) {
        event.keysChanged.forEach(key => this.onSeen(key as string));
      }
    });
  }

  /** Connects to a room and waits until its content is here. @throws Error when that fails, or takes ten seconds */
  static async open(url: string, room: string, user = 'ada'): Promise<Writer> {
    const socket = new WebSocket(`ws://${url}rooms/${room}`, [WEFT_PROTOCOL], { headers: headersOf(user) });
    const writer = new Writer(socket);
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no content came within ten seconds')), 10_000);
      writer.synced = () => (clearTimeout(late), resolve());
      socket.once('open', () => socket.send(frameOf(0, 0).with(Y.encodeStateVector(writer.doc))));
      socket.once('close', code => (clearTimeout(late), reject(new Error(`closed with ${code}`))));
    });
    return writer;
  }

  /** What the map `nodes` holds at a key. */
  read(key: string): unknown {
    return this.doc.getMap('nodes').get(key);
  }

  /** Sets one key, and `padding` if there is any, in one update; sends nothing once the connection is gone. */
  write(key: string, value: number, padding = ''): void {
    if (this.socket.readyState !== WebSocket.OPEN) {
      return;
    }
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => {
      this.doc.getMap('nodes').set(key, value);
      if (padding) {
        this.doc.getMap('padding').set(key, padding);
      }
    });
    this.sent.push([key, value]);
    this.socket.send(updateFrame(Y.encodeStateAsUpdate(this.doc, before)));
  }

  close(): void {
    this.socket.terminate();
  }

  private receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.ack) {
      for (const count = decoding.readVarUint(decoder); this.known < count; this.known++) {
        const edit = this.sent[this.known];
        if (edit) {
          this.onAck(...edit);
        }
      }
    } else if (type === MESSAGE.sync) {
      const step = decoding.readVarUint(decoder);
      const body = decoding.readVarUint8Array(decoder);
      if (step === SYNC.step1) {
        this.sent.push(null);
        this.socket.send(frameOf(0, 1).with(Y.encodeStateAsUpdate(this.doc, body)));
      } else {
        Y.applyUpdate(this.doc, body, this);
        if (step === SYNC.step2) {
          this.synced();
        }
      }
    }
  }
}
