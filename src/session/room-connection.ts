import * as decoding from 'lib0/decoding';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type * as Y from 'yjs';
import { type CommentRequest, EPOCH_PARAMETER, Hello, MESSAGE, Notice, WEFT_PROTOCOL } from '../wire';
import type { Delivery } from './delivery';
import { commentFrame, readOutgoing, seedFrame } from './frames';
import { watchedSocket } from './watched-socket';

/** Where a room is, and how to get in. */
export interface RoomAddress {
  /** Address below which rooms are opened: `wss://example.org/weft/rooms`. */
  url: string;
  /** Subprotocols to offer besides `weft.v1`: the one with a token. */
  protocols: readonly string[];
}

export interface RoomConnectionOptions extends RoomAddress {
  room: string;
  /** Of the history that the document has; null when it has none. */
  epoch: string | null;
  ydoc: Y.Doc;
  awareness: Awareness;
  delivery: Delivery;
  WebSocket: typeof WebSocket;
  onHello(hello: Hello): void;
  /** The document has all that the hub has. */
  onSynced(): void;
  onNotice(notice: Notice): void;
  /** Called once. A close that carried no code, as proxies lose them, has that of the notice before it, or 1006. */
  onClosed(code: number, reason: string): void;
}

const ABNORMAL = 1006;

/** One connection to a room, from opening to close; it never comes back by itself. */
export class RoomConnection {
  private readonly provider: WebsocketProvider;
  private farewell: { code: number; reason: string } | null = null;
  private ended = false;

  constructor(private readonly options: RoomConnectionOptions) {
    const { url, room, ydoc, awareness, epoch, protocols, delivery } = options;
    delivery.begin();
    this.provider = new WebsocketProvider(url, room, ydoc, {
      connect: false,
      awareness,
      params: epoch === null ? {} : { [EPOCH_PARAMETER]: epoch },
      protocols: [WEFT_PROTOCOL, ...protocols.filter(name => name !== WEFT_PROTOCOL)],
      WebSocketPolyfill: watchedSocket(options.WebSocket, frame => {
        const kind = readOutgoing(frame, ydoc.clientID);
        delivery.sent(kind);
        return kind !== 'presence of another';
      }),
      disableBc: true, // the tabs of a browser may have different rights
      shouldReconnect: () => false
    });
    this.listen();
  }

  /** @throws SyntaxError or SecurityError of the browser when the address is none */
  open(): void {
    this.provider.connect();
  }

  comment(request: CommentRequest): void {
    this.provider.ws?.send(commentFrame(request) as Uint8Array<ArrayBuffer>);
  }

  seed(text: string): void {
    this.provider.ws?.send(seedFrame(text) as Uint8Array<ArrayBuffer>);
  }

  /** Takes presence back and leaves; nothing is called any more. */
  close(): void {
    this.ended = true;
    this.provider.destroy();
  }

  private listen(): void {
    const { provider, options } = this;
    const on = (type: number, handle: (decoder: decoding.Decoder) => void) => {
      provider.messageHandlers[type] = (_encoder: unknown, decoder: decoding.Decoder) => handle(decoder);
    };
    on(MESSAGE.hello, decoder => read(Hello, decoder, hello => options.onHello(hello)));
    on(MESSAGE.ack, decoder => options.delivery.acknowledged(decoding.readVarUint(decoder)));
    on(MESSAGE.notice, decoder =>
      read(Notice, decoder, notice => {
        if (notice.kind === 'closing') {
          this.farewell = notice;
        }
        options.onNotice(notice);
      })
    );
    on(MESSAGE.keepAlive, () => undefined); // that it came is enough
    on(MESSAGE.auth, () => undefined); // the close says it too
    provider.on('sync', (synced: boolean) => {
      if (synced && !this.ended) {
        options.onSynced();
      }
    });
    provider.on('connection-close', (event: CloseEvent | null) => this.onClose(event));
  }

  private onClose(event: CloseEvent | null): void {
    const { provider, farewell } = this;
    provider.shouldConnect = false;
    if (this.ended) {
      return;
    }
    this.ended = true;
    const code = farewell?.code ?? event?.code ?? ABNORMAL;
    const reason = farewell?.reason ?? event?.reason ?? '';
    queueMicrotask(() => {
      provider.destroy();
      this.options.onClosed(code, reason);
    });
  }
}

/** Reads a message of JSON; one that does not fit is of a newer hub, and passed over. */
function read<T extends TSchema>(
  schema: T,
  decoder: decoding.Decoder,
  take: (value: Static<T>) => void
): void {
  const value: unknown = JSON.parse(decoding.readVarString(decoder));
  if (Value.Check(schema, value)) {
    take(value);
  }
}
