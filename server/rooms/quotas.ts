import { CLOSE } from '../../src/wire';
import type { Visitor } from '../access';
import type { Limits } from '../limits';
import { Refusal } from './refusal';
import { TokenBucket } from './token-bucket';

/** How many seconds of a rate may be used at once: a client that comes back uploads what it did offline. */
const BURST = 5;
/** How long a user's rate is remembered after the last connection, in milliseconds: coming again pays no debt. */
const MEMORY = 10_000;

/** What one user sends, over all connections. */
export class Bucket {
  /** Connections of the user to each room. */
  readonly rooms = new Map<string, number>();
  private readonly updates: TokenBucket;
  private readonly bytes: TokenBucket;

  constructor({ userUpdates, userBytes }: Limits) {
    this.updates = new TokenBucket(userUpdates, BURST);
    this.bytes = new TokenBucket(userBytes, BURST);
  }

  get connections(): number {
    return [...this.rooms.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Counts what came; returns how many milliseconds to wait before more is read. */
  charge(updates: number, bytes: number): number {
    return Math.max(this.updates.take(updates), this.bytes.take(bytes));
  }
}

/** How many connections each user and each address has, and how much each user sends. */
export class Quotas {
  private readonly users = new Map<string, Bucket>();
  private readonly addresses = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  /**
   * Counts a connection; `leave` is to be called when it is over.
   *
   * @throws Refusal when there are too many already.
   */
  enter({ user, address }: Visitor, room: string): { bucket: Bucket; leave: () => void } {
    const { username } = user;
    const bucket = this.users.get(username) ?? new Bucket(this.limits);
    this.check(bucket, address, room);
    this.users.set(username, bucket);
    count(bucket.rooms, room, 1);
    if (address !== null) {
      count(this.addresses, address, 1);
    }
    return {
      bucket,
      leave: () => {
        count(bucket.rooms, room, -1);
        setTimeout(() => this.forget(username, bucket), MEMORY).unref();
        if (address !== null) {
          count(this.addresses, address, -1);
        }
      }
    };
  }

  private forget(username: string, bucket: Bucket): void {
    if (bucket.rooms.size === 0 && this.users.get(username) === bucket) {
      this.users.delete(username);
    }
  }

  private check(bucket: Bucket, address: string | null, room: string): void {
    const { userConnections, userRooms, addressConnections } = this.limits;
    if (bucket.connections >= userConnections) {
      throw new Refusal(CLOSE.slow, `You have ${userConnections} connections already; close some pipelines.`);
    }
    if (!bucket.rooms.has(room) && bucket.rooms.size >= userRooms) {
      throw new Refusal(CLOSE.slow, `You have ${userRooms} pipelines open already; close some.`);
    }
    if (address !== null && (this.addresses.get(address) ?? 0) >= addressConnections) {
      throw new Refusal(CLOSE.slow, 'There are too many connections from your address; try again later.');
    }
  }
}

function count(counts: Map<string, number>, key: string, change: 1 | -1): void {
  const value = (counts.get(key) ?? 0) + change;
  if (value > 0) {
    counts.set(key, value);
  } else {
    counts.delete(key);
  }
}
