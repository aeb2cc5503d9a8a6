import { CLOSE } from '../wire';
import { Retry } from './retry';
import type { RoomAddress, RoomConnection } from './room-connection';
import type { Timers } from './timers';

export interface ConnectorOptions {
  timers: Timers;
  /** Where the room is; null when there is no hub. */
  find(): Promise<RoomAddress | null>;
  /** Makes a connection, to be opened. */
  make(address: RoomAddress): RoomConnection;
  /** There is no hub. @returns whether to ask again later */
  onNone(): boolean;
  /** The connection is lost, or was not to be had; it is tried again. */
  onLost(message?: string): void;
  /** The hub sends the user away for good. */
  onRefused(code: number, reason: string): void;
  onOtherEpoch(): void;
}

/** Finds the room and keeps one connection to it: a new one after each loss, until the hub says not to come again. */
export class Connector {
  private current: RoomConnection | null = null;
  private readonly retry: Retry;
  /** How long the hub asked to wait before the next connection, in milliseconds. */
  private pause = 0;
  private attempts = 0;
  private ended = false;

  constructor(private readonly options: ConnectorOptions) {
    this.retry = new Retry(options.timers, () => void this.attempt());
  }

  get connection(): RoomConnection | null {
    return this.current;
  }

  /** Tries now, unless there is a connection. */
  async attempt(): Promise<void> {
    if (this.ended || this.current) {
      return;
    }
    const attempt = ++this.attempts;
    const isOld = () => this.ended || attempt !== this.attempts || this.current !== null;
    this.retry.cancel();
    try {
      const address = await this.options.find();
      if (isOld()) {
        return;
      }
      if (address) {
        this.open(this.options.make(address));
      } else if (this.options.onNone()) {
        this.retry.later();
      }
    } catch (error) {
      if (!isOld()) {
        this.lose(error instanceof Error ? error.message : undefined);
      }
    }
  }

  /** It works: the next loss is the first again. */
  reset(): void {
    this.retry.reset();
  }

  /** Waits at least so long before the next connection, in milliseconds. */
  waitFor(pause: number): void {
    this.pause = pause;
  }

  /** Ends the connection without a word to the session. */
  drop(): void {
    const { current } = this;
    this.current = null;
    current?.close();
  }

  /** What the hub, or a proxy, closed the connection with. */
  closed(code: number, reason: string): void {
    this.current = null;
    if (code === CLOSE.otherEpoch) {
      this.options.onOtherEpoch();
    } else if (code >= 4400 && code < 4500 && code !== CLOSE.revoked) {
      this.options.onRefused(code, reason);
    } else {
      this.lose();
    }
  }

  dispose(): void {
    this.ended = true;
    this.retry.cancel();
    this.drop();
  }

  /** @throws SyntaxError or SecurityError of the browser when the address is none */
  private open(connection: RoomConnection): void {
    this.current = connection;
    try {
      connection.open();
    } catch (error) {
      this.drop();
      throw error;
    }
  }

  private lose(message?: string): void {
    this.options.onLost(message);
    this.retry.later(this.pause);
    this.pause = 0;
  }
}
