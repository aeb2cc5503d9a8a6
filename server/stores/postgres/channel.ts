import type { Client, Notification } from 'pg';
import type { StoreListener } from '../store';
import type { Connections } from './connections';
import { Pieces, piecesOf, readHint } from './notes';

/** How long to wait before the next attempt to listen, in milliseconds: at first, and at most. */
const RETRY = { first: 100, most: 5000 };

/** How often a connection that listens is tried: one whose other end is gone says nothing. In milliseconds. */
const LOOK = 10_000;

/** How long messages are gathered, in milliseconds, and how many may wait; more are dropped. */
const GATHER = 5;
const WAITING = 2000;

/** What hubs of one database tell each other by its notifications. They may be lost. */
export class Channel {
  private readonly listeners = new Set<StoreListener>();
  private readonly pieces = new Pieces();
  private waiting: string[] = [];
  private number = 0;
  private sending: Promise<void> | null = null;
  private listening: Promise<void> | null = null;
  private closed = new AbortController();

  constructor(
    private readonly connections: Connections,
    private readonly self: string
  ) {}

  listen(listener: StoreListener): () => void {
    this.listeners.add(listener);
    this.listening ??= this.keepListening();
    return () => this.listeners.delete(listener);
  }

  publish(room: string, message: Uint8Array): void {
    if (this.waiting.length < WAITING) {
      this.waiting.push(...piecesOf(this.self, this.number++, room, message));
      this.sending ??= this.send();
    }
  }

  async close(): Promise<void> {
    this.closed.abort();
    this.listeners.clear();
    await this.sending;
    await this.listening;
  }

  private async send(): Promise<void> {
    await this.pause(GATHER);
    while (this.waiting.length > 0 && !this.closed.signal.aborted) {
      const pieces = this.waiting;
      this.waiting = [];
      await this.connections
        .query("SELECT pg_notify('weft_published', piece) FROM unnest($1::text[]) AS piece", [pieces])
        .catch(() => undefined);
    }
    this.sending = null;
  }

  private async keepListening(): Promise<void> {
    let wait = RETRY.first;
    while (!this.closed.signal.aborted) {
      try {
        const client = await this.connections.client();
        wait = RETRY.first;
        await this.listenOn(client);
      } catch {
        // Tried again, as long as it takes: calls of the store say that the database is gone.
      }
      await this.pause(wait);
      wait = Math.min(2 * wait, RETRY.most);
    }
  }

  /** Resolves when the connection is of no use any more. */
  private async listenOn(client: Client): Promise<void> {
    const ended = new Promise<void>(resolve => client.once('end', resolve));
    client.on('notification', note => this.hear(note));
    try {
      await client.query('LISTEN weft_stored; LISTEN weft_published');
      this.tell(listener => listener.stored(null));
      while (!this.closed.signal.aborted) {
        const over = await Promise.race([ended.then(() => true), this.pause(LOOK).then(() => false)]);
        if (over) {
          return;
        }
        await Promise.race([
          client.query('SELECT'),
          this.pause(LOOK).then(() => Promise.reject(new Error()))
        ]);
      }
    } finally {
      client.end().catch(() => undefined);
    }
  }

  private hear({ channel, payload = '' }: Notification): void {
    if (channel === 'weft_stored') {
      const { self, rooms } = readHint(payload);
      if (self !== this.self) {
        rooms.forEach(room => this.tell(listener => listener.stored(room)));
      }
      return;
    }
    const complete = this.pieces.add(payload, this.self);
    if (complete) {
      this.tell(listener => listener.published(complete.room, complete.message));
    }
  }

  private tell(what: (listener: StoreListener) => void): void {
    this.listeners.forEach(what);
  }

  /** Resolves after a while, or at once when the channel is closed. */
  private pause(milliseconds: number): Promise<void> {
    const { signal } = this.closed;
    return new Promise(resolve => {
      const timer = setTimeout(done, signal.aborted ? 0 : milliseconds);
      signal.addEventListener('abort', done);
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }
}
