import { randomBytes } from 'node:crypto';
import { OrderedStore } from '../ordered-store';
import type { StoreListener } from '../store';
import { Channel } from './channel';
import { Connections } from './connections';
import { PostgresRooms } from './rooms';
import { Writer } from './writer';

/** Most connections of a hub at a time, besides the one that writes and the one that listens. */
const CONNECTIONS = 5;

/**
 * Keeps rooms in a PostgreSQL database (12 or newer), which several hubs may use at once. The tables, in a schema
 * `weft` of their own, are the truth; notifications only tell when it is worth looking.
 */
export class PostgresStore extends OrderedStore {
  readonly isShared = true;
  private readonly channel: Channel;

  /** `url`: postgres://USER:PASSWORD@HOST:PORT/NAME, as for libpq. @throws StoreError when it is none */
  constructor(url: string) {
    const connections = new Connections(url, CONNECTIONS);
    const self = randomBytes(6).toString('base64url');
    super(new PostgresRooms(connections, new Writer(new Connections(url, 1), self)));
    this.channel = new Channel(connections, self);
  }

  override publish(room: string, message: Uint8Array): void {
    this.channel.publish(room, message);
  }

  override listen(listener: StoreListener): () => void {
    return this.channel.listen(listener);
  }

  override async close(): Promise<void> {
    await this.channel.close();
    await super.close();
  }
}
