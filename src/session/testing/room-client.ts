import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { headersOf } from '../../../server/testing/hub';
import { until } from '../../../server/testing/until';
import { createSharedPipeline, type Pipeline, readPipeline, writePipeline } from '../../pipeline';
import { START } from '../../pipeline/testing/random-edits';
import { createSession, type LiveSession, type SessionOptions } from '../create-session';
import type { Connection } from '../session';

export const ROOM = 'room1';
/** The file that test clients have. */
export const FILE: Pipeline = { ...START, id: ROOM };

/** Waits that tests need not sit out. */
const SHORT = 10;

export interface RoomClientOptions extends Partial<Omit<SessionOptions, 'shared' | 'connect'>> {
  username?: string;
  /** Text of the file. */
  text?: string;
  protocols?: () => string[];
}

/** Somebody who has the file open: a session over real sockets, whose network can be cut. */
export class RoomClient {
  readonly shared = createSharedPipeline();
  readonly session: LiveSession;
  /** Connections that were asked for. */
  asked = 0;
  /** Whether there is a hub at all. */
  hasHub = true;
  private isOnline = true;
  private readonly sockets = new Set<WebSocket>();

  /** @param url where the hub is by now */
  constructor(url: () => string, { username = 'ada', protocols, text, ...options }: RoomClientOptions = {}) {
    const { sockets } = this;
    class AsUser extends WebSocket {
      constructor(address: string, offered?: string[]) {
        super(address, offered, { headers: headersOf(username) });
        sockets.add(this);
      }
    }
    const file = text ?? writePipeline(FILE);
    this.shared.load(readPipeline(file));
    this.session = createSession({
      shared: this.shared,
      room: ROOM,
      file: { text: () => file },
      storage: false,
      WebSocket: AsUser as unknown as typeof globalThis.WebSocket,
      timers: {
        after(delay, run) {
          const timer = setTimeout(run, Math.min(delay, SHORT));
          return () => clearTimeout(timer);
        },
        random: () => 0.5
      },
      ...options,
      connect: async () => {
        this.asked++;
        if (!this.isOnline) {
          throw new Error('There is no network.');
        }
        return this.hasHub ? { url: `ws://${url()}rooms`, protocols: protocols?.() ?? [] } : null;
      }
    });
    onTestFinished(() => this.leave());
  }

  leave(): void {
    this.session.dispose();
    this.sockets.forEach(socket => socket.terminate());
  }

  /** Ends the network, without a word to the hub; resolves when the session noticed. */
  async goOffline(): Promise<void> {
    this.isOnline = false;
    this.sockets.forEach(socket => socket.terminate());
    this.sockets.clear();
    await until(() => !this.is('live'), 'the connection is lost');
  }

  goOnline(): void {
    this.isOnline = true;
    this.session.reconnect();
  }

  is(...connections: Connection[]): boolean {
    return connections.includes(this.session.state.connection);
  }

  async until(connection: Connection): Promise<void> {
    await until(() => this.is(connection), `${connection}, not ${this.session.state.connection}`);
  }

  /** Resolves when the client is connected and the hub has all that it did. */
  async untilSaved(): Promise<void> {
    await until(() => this.is('live') && this.session.state.unsent === 0, 'all edits are acknowledged');
  }

  rename(name: string): void {
    this.shared.write(['meta', 'name'], name);
  }

  get name(): string {
    return this.shared.pipeline.name;
  }

  get text(): string {
    return writePipeline(this.shared.stored);
  }
}

/** Resolves when all clients have everything, and the hub too. */
export async function untilSame(...clients: RoomClient[]): Promise<void> {
  await Promise.all(clients.map(client => client.untilSaved()));
  await until(
    () => new Set(clients.map(({ text }) => text)).size === 1,
    'all clients have the same pipeline'
  );
}
