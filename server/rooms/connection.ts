import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { type CloseCode, type Notice, type Role, type User, WEFT_PROTOCOL } from '../../src/wire';
import type { Visitor } from '../access';
import type { Limits } from '../limits';
import type { Metrics } from '../metrics';
import type { Bucket } from './quotas';
import { ackFrame, KEEP_ALIVE, noticeFrame } from './frames';
import { GONE, type Presence } from './presence';
import type { Refusal } from './refusal';
import { atEndOfTurn, type Gathering } from './turn';
import { turnAway } from './turn-away';
import { webSocketFrame } from './web-socket-frame';

/** So many bytes of state cost as much as one update. */
const STATE_COST = 256 * 1024;

/** Where a client fell behind: it gets all that came after this state at once, when it has read what waits. */
export interface Behind {
  vector: Uint8Array;
  since: number;
}

/** One client in one room: who it is, what it shows of itself, and how much it has not read yet. */
export class Connection implements Gathering {
  role: Role = 'viewer';
  /** The number of the one state of presence that this client may change: that of the first it sends. */
  client: number | null = null;
  /** What it shows, as the others know it. */
  presence: Presence | null = null;
  /** What it showed last, as it came, while the others do not know it. */
  news: Presence | null = null;
  /** How many frames with updates came from this client. */
  updates = 0;
  /** Whether it edited anything yet. */
  edited = false;
  /** When the hub last asked it for what it lacks, since an edit came without those before it. */
  askedAt = 0;
  behind: Behind | null = null;
  /** Called when more waits to be read than may. */
  onBehind: (connection: Connection) => void = () => undefined;
  readonly isWeft: boolean;
  private isGathering = false;
  private isAcknowledging = false;
  private durable = 0;
  private stateBytes = 0;
  /** Why it is not read: a list, for most are never paused, and sets are large. */
  private pauses: string[] = [];
  private waiting: { vector: Uint8Array } | null = null;

  constructor(
    private readonly socket: WebSocket,
    private readonly transport: Duplex,
    readonly visitor: Visitor,
    private readonly bucket: Bucket,
    private readonly limits: Limits,
    private readonly metrics: Metrics
  ) {
    this.isWeft = socket.protocol === WEFT_PROTOCOL;
  }

  get user(): User {
    return this.visitor.user;
  }

  /** Bytes that wait to be read, apart from states. */
  get backlog(): number {
    return this.socket.bufferedAmount - this.stateBytes;
  }

  /** Sends a frame; none while the client is behind. */
  send(frame: Buffer): void {
    if (this.behind) {
      return;
    }
    this.gather();
    this.socket.send(frame);
    this.metrics.sent(frame.length);
  }

  /** Sends some messages that are frames of a WebSocket already, at once. */
  write(frames: Buffer, count: number): void {
    if (!this.behind && this.isOpen) {
      this.transport.write(frames);
      this.metrics.sent(frames.length, count);
    }
  }

  /** Writes what was sent in this turn. */
  letGo(): void {
    this.isGathering = false;
    this.transport.uncork();
    this.checkBacklog();
  }

  /** Whoever has too much to read is behind. */
  checkBacklog(): void {
    if (!this.behind && this.backlog > this.limits.backlog) {
      this.onBehind(this);
    }
  }

  private gather(): void {
    if (!this.isGathering) {
      this.isGathering = true;
      this.transport.cork();
      atEndOfTurn(this);
    }
  }

  /**
   * Answers with frames of the document, which is as large as it is and does not make a client count as slow. While
   * an answer is on its way no other one is made: of the questions that come meanwhile the last one counts.
   */
  sendState(vector: Uint8Array, answer: (vector: Uint8Array) => readonly Buffer[]): void {
    if (this.stateBytes > 0) {
      this.waiting = { vector };
      return;
    }
    const frames = answer(vector);
    const bytes = frames.reduce((sum, frame) => sum + frame.length, 0);
    this.stateBytes = bytes;
    this.chargeState(bytes);
    this.metrics.sent(bytes);
    frames.forEach((frame, i) =>
      this.socket.send(frame, () => {
        this.stateBytes = Math.max(0, this.stateBytes - frame.length);
        const next = this.waiting;
        if (i === frames.length - 1 && next && this.isOpen) {
          this.waiting = null;
          this.sendState(next.vector, answer);
        }
      })
    );
  }

  /** Its first `count` frames with updates are durable; tells a client that wants to know, once for a batch. */
  acknowledge(count = this.durable): void {
    this.durable = count;
    if (this.isWeft && count > 0 && !this.isAcknowledging) {
      this.isAcknowledging = true;
      queueMicrotask(() => {
        this.isAcknowledging = false;
        this.write(webSocketFrame(ackFrame(this.durable)), 1);
      });
    }
  }

  notify(notice: Notice): void {
    if (this.isWeft) {
      this.send(noticeFrame(notice));
    }
  }

  keepAlive(): void {
    this.send(KEEP_ALIVE);
  }

  refuse({ code, message }: Refusal): void {
    this.close(code, message);
  }

  /** Ends the connection, and tells why in a frame too, since proxies lose the code and the reason. */
  close(code: CloseCode, reason: string): void {
    if (!this.isOpen) {
      return;
    }
    this.metrics.closed(code);
    this.pauses = [];
    this.socket.resume(); // to read the client's farewell
    turnAway(this.socket, code, reason);
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** Stops reading for a reason; the client's own sending then stops by TCP. */
  pause(why: string): void {
    if (this.isOpen) {
      this.pauses = [...this.pauses.filter(other => other !== why), why];
      this.socket.pause();
    }
  }

  resume(why: string): void {
    if (this.pauses.includes(why)) {
      this.pauses = this.pauses.filter(other => other !== why);
      if (this.pauses.length === 0) {
        this.socket.resume();
      }
    }
  }

  /** Counts what came from this user against what they may send; reads on when it is paid for. */
  charge(updates: number, bytes: number): void {
    const wait = this.bucket.charge(updates, bytes);
    if (wait > 0 && !this.pauses.includes('rate')) {
      this.metrics.throttled();
      this.pause('rate');
      this.rest(wait);
    }
  }

  /** Counts that a state of so many bytes was encoded for this user. */
  chargeState(bytes: number): void {
    this.charge(Math.floor(bytes / STATE_COST), 0);
  }

  /** Reads on after some time, or later if more came meanwhile of what was read already. */
  private rest(wait: number): void {
    setTimeout(() => {
      const more = this.bucket.charge(0, 0);
      if (more > 0 && this.isOpen) {
        this.rest(more);
      } else {
        this.resume('rate');
      }
    }, wait).unref();
  }

  /**
   * The state that takes this client's presence back. Its clock stays, so that the client is seen again with its next
   * state; peers prefer `null` among equals.
   */
  gone(): Presence | null {
    const { presence } = this;
    return presence && presence.state !== GONE ? { ...presence, state: GONE } : null;
  }
}
