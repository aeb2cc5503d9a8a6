import { SqliteStore, type Stored, StoreError, type Update } from '../stores';
import { temporaryFolder } from './hub';

/** A real store whose appends can be made to fail or to wait, and whose calls are counted. */
export class FaultyStore extends SqliteStore {
  fails = false;
  gate: Promise<void> = Promise.resolve();
  opened = 0;
  compactions = 0;

  constructor() {
    super(temporaryFolder());
  }

  override open(room: string, username: string): Promise<Stored> {
    this.opened++;
    return super.open(room, username);
  }

  override async append(room: string, epoch: string, updates: readonly Update[]): Promise<number> {
    await this.gate;
    if (this.fails) {
      throw new StoreError('The disk is full; make room on it.');
    }
    return super.append(room, epoch, updates);
  }

  override compact(room: string): Promise<void> {
    this.compactions++;
    return super.compact(room);
  }
}
