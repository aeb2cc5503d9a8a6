import type { WebSocket } from 'ws';
import type { User } from '../../src/wire';
import type { Limits } from '../limits';
import { GONE, type Presence } from './presence';
import { CLOSE, type CloseCode, type Refusal } from './refusal';
import { ackFrame, deniedFrame, WEFT_PROTOCOL } from './wire';

/** One client in one room: what it shows of itself, and how much it has not read yet. */
export class Connection {
  /** The one state of presence that this client may change; the first it sends claims its number. */
  presence: Presence | null = null;
  /** How many frames with updates came from this client. */
  updates = 0;
  private stateBytes = 0;

  constructor(
    private readonly socket: WebSocket,
    readonly user: User,
    private readonly limits: Limits
  ) {}

  /** Sends a frame, or closes the connection if too much waits to be read. */
  send(frame: Uint8Array): void {
    if (this.socket.bufferedAmount - this.stateBytes > this.limits.backlog) {
      this.close(CLOSE.slow, 'The connection is too slow for this room.');
    } else {
      this.socket.send(frame);
    }
  }

  /** Sends the document, which is as large as it is and does not make a client count as slow. */
  sendState(frame: Uint8Array): void {
    this.stateBytes += frame.length;
    this.socket.send(frame, () => (this.stateBytes -= frame.length));
  }

  /** Tells a client that wants to know that its first `count` frames with updates are durable. */
  acknowledge(count: number): void {
    if (this.socket.protocol === WEFT_PROTOCOL) {
      this.send(ackFrame(count));
    }
  }

  refuse({ code, message }: Refusal): void {
    this.socket.send(deniedFrame(message));
    this.close(code, message);
  }

  close(code: CloseCode, reason: string): void {
    this.socket.close(code, reason);
  }

  /** Stops reading; the client's own sending then stops by TCP. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /**
   * The state that takes this client's presence back. Its clock stays, so that the client is seen again with its next
   * state; peers prefer `null` among equals.
   */
  gone(): Presence[] {
    const { presence } = this;
    return presence && presence.state !== GONE ? [{ ...presence, state: GONE }] : [];
  }
}
