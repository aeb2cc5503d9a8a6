import { onTestFinished } from 'vitest';
import { embeddedAccess } from '../../../server/access';
import { type Hub, startHub } from '../../../server/hub';
import { type Limits, LIMITS } from '../../../server/limits';
import { SqliteStore, type Store } from '../../../server/stores';
import { SECRET, temporaryFolder } from '../../../server/testing/hub';
import { RoomClient, type RoomClientOptions } from './room-client';

/** A hub that can end and begin again, with what it stored. */
export class TestHub {
  private hub: Hub | null = null;

  private constructor(
    private readonly makeStore: () => Store,
    private readonly limits: Partial<Limits>
  ) {
    onTestFinished(() => this.end());
  }

  /** @param makeStore gives the store at each start; the same folder each time unless it says otherwise */
  static async start(makeStore?: () => Store, limits: Partial<Limits> = {}): Promise<TestHub> {
    const folder = temporaryFolder();
    const hub = new TestHub(makeStore ?? (() => new SqliteStore(folder)), limits);
    await hub.begin();
    return hub;
  }

  get url(): string {
    return `127.0.0.1:${this.hub?.port ?? 1}/weft/`;
  }

  async begin(store = this.makeStore()): Promise<void> {
    this.hub = await startHub({
      address: { port: 0 },
      base: '/weft/',
      store,
      access: embeddedAccess(SECRET),
      log: () => undefined,
      limits: { ...LIMITS, ...this.limits }
    });
  }

  async end(): Promise<void> {
    const { hub } = this;
    this.hub = null;
    await hub?.close();
  }

  join(username?: string, options: RoomClientOptions = {}): RoomClient {
    return new RoomClient(() => this.url, { username, ...options });
  }
}
