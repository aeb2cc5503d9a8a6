import type { Connection } from './connection';
import { webSocketFrame } from './web-socket-frame';

/** How many clients are written to at once, a millisecond's work or two: then what came meanwhile is read. */
const SLICE = 100;

interface News {
  frame: Buffer;
  author?: Connection;
}

/** News on their way to everybody: what came in one moment is one write for each client. */
interface Pass {
  news: readonly News[];
  whole: Buffer;
  rest: Iterator<Connection>;
}

/** News for all clients in their order, sent to some clients at a time. */
class Lane {
  private waiting: News[] = [];
  private pass: Pass | null = null;

  constructor(private readonly connections: ReadonlySet<Connection>) {}

  get isIdle(): boolean {
    return !this.pass && this.waiting.length === 0;
  }

  add(news: News): void {
    this.waiting.push(news);
  }

  /** Sends to the next clients; returns those that it was sent to. */
  step(): Connection[] {
    const pass = (this.pass ??= this.begin());
    const reached: Connection[] = [];
    while (reached.length < SLICE) {
      const { value: connection, done } = pass.rest.next() as IteratorResult<Connection, undefined>;
      if (done) {
        this.pass = null;
        break;
      }
      deliver(pass, connection);
      reached.push(connection);
    }
    return reached;
  }

  clear(): void {
    this.waiting = [];
    this.pass = null;
  }

  /** Who leaves meanwhile is passed over, and who comes meanwhile is reached as well, as a set promises. */
  private begin(): Pass {
    const news = this.waiting;
    this.waiting = [];
    const whole = news.length === 1 ? news[0].frame : Buffer.concat(news.map(({ frame }) => frame));
    return { news, whole, rest: this.connections.values() };
  }
}

function deliver({ news, whole }: Pass, connection: Connection): void {
  if (news.every(({ author }) => author !== connection)) {
    connection.write(whole, news.length);
  } else {
    news.forEach(({ frame, author }) => author !== connection && connection.write(frame, 1));
  }
}

/**
 * Sends to all clients of a room, a few at a time, so that in a large room nothing waits until all are reached: neither
 * what is to be stored nor its acknowledgement. An edit goes before any presence.
 */
export class Broadcast {
  private readonly edits: Lane;
  private readonly presence: Lane;
  private next: NodeJS.Immediate | undefined;

  constructor(connections: ReadonlySet<Connection>) {
    this.edits = new Lane(connections);
    this.presence = new Lane(connections);
  }

  /** Sends a change to all but its author. */
  edit(frame: Buffer, author?: Connection): void {
    this.edits.add({ frame: webSocketFrame(frame), author });
    this.goOn();
  }

  show(frame: Buffer): void {
    this.presence.add({ frame: webSocketFrame(frame) });
    this.goOn();
  }

  /** Sends to everybody at once what they have not got of edits yet. */
  flush(): void {
    while (!this.edits.isIdle) {
      this.edits.step();
    }
  }

  clear(): void {
    this.flush();
    this.presence.clear();
    clearImmediate(this.next);
    this.next = undefined;
  }

  private goOn(): void {
    this.next ??= setImmediate(() => {
      this.next = undefined;
      const lane = this.edits.isIdle ? this.presence : this.edits;
      const reached = lane.isIdle ? [] : lane.step();
      reached.forEach(connection => connection.checkBacklog());
      if (!this.edits.isIdle || !this.presence.isIdle) {
        this.goOn();
      }
    });
  }
}
