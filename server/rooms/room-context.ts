import type { Role } from '../../src/wire';
import type { Visitor } from '../access';
import type { Limits } from '../limits';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import type { Store } from '../stores';

/** What rooms need of the hub. */
export interface RoomContext {
  store: Store;
  limits: Limits;
  log: Log;
  metrics: Metrics;
  /** What a visitor may do in a room that exists. @throws StoreError */
  roleIn(visitor: Visitor, room: string): Promise<Role | 'none'>;
  /** Whether a visitor may make a room. */
  mayCreate(visitor: Visitor, room: string): boolean;
}
