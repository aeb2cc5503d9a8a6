import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { newId } from '../pipeline';
import type { Role } from '../wire';

/** What this browser knows of a room from before. */
export interface KeptRoom {
  /** Of the history that is kept. */
  epoch: string;
  /** What the user might do when the hub was heard last. */
  role: Role | null;
  /** Text of the pipeline file that the hub had for good when it was heard last. */
  base: string | null;
}

const DATABASE = 'weft-rooms';
const ROOMS = 'rooms';
const UNSENT = 'unsent';

/**
 * What a browser keeps of one room between visits: its document, by room and epoch, the last text that the hub had, and
 * how many edits it did not get. Several tabs may keep one room. Once something fails (no room on the disk, private
 * browsing) nothing more is kept, and `onFault` is called.
 */
export class RoomStorage {
  /** Counts of tabs that were here before; they are part of the document by now. */
  private earlier: string[] = [];
  private persistence: IndexeddbPersistence | null = null;
  private works = true;
  private readonly tab = newId();

  /** @param room name of what is kept: one for each room of each hub, and for each user */
  constructor(
    private readonly room: string,
    private readonly onFault: () => void
  ) {}

  /** What is kept, and how many edits in it are unsent. */
  async find(): Promise<(KeptRoom & { unsent: number }) | null> {
    return this.attempt(async () => {
      const text = await inDatabase(ROOMS, 'readonly', rooms => idb.get(rooms, this.room));
      if (typeof text !== 'string') {
        return null;
      }
      const kept = JSON.parse(text) as KeptRoom;
      const counts: { k: string; v: number }[] = await inDatabase(UNSENT, 'readonly', store =>
        idb.getAllKeysValues(store, this.countsOf(kept.epoch))
      );
      this.earlier = counts.map(({ k }) => k);
      return { ...kept, unsent: counts.reduce((sum, { v }) => sum + v, 0) };
    }, null);
  }

  /** Reads what is kept of a history into a document, and keeps from now on what is in it. */
  async follow(ydoc: Y.Doc, epoch: string): Promise<void> {
    await this.attempt(async () => {
      void this.persistence?.destroy();
      const persistence = new IndexeddbPersistence(nameOf(this.room, epoch), ydoc);
      this.persistence = persistence;
      await persistence._db; // rejects where the other would wait for ever
      await persistence.whenSynced;
    }, undefined);
  }

  async keep(kept: KeptRoom): Promise<void> {
    await this.attempt(
      () => inDatabase(ROOMS, 'readwrite', rooms => idb.put(rooms, JSON.stringify(kept), this.room)),
      undefined
    );
  }

  /** Remembers how many edits of this tab the hub has not acknowledged. */
  async setUnsent(epoch: string, count: number): Promise<void> {
    const own = `${this.room}/${epoch}/${this.tab}`;
    const gone = count === 0 ? [own, ...this.earlier.splice(0)] : [];
    await this.attempt(
      () =>
        inDatabase(UNSENT, 'readwrite', store =>
          count > 0
            ? idb.put(store, count as unknown as string, own)
            : Promise.all(gone.map(key => idb.del(store, key)))
        ),
      undefined
    );
  }

  /** Deletes what is kept of a history. */
  async forget(epoch: string): Promise<void> {
    await this.attempt(async () => {
      await inDatabase(UNSENT, 'readwrite', store => idb.del(store, this.countsOf(epoch)));
      void idb.deleteDB(nameOf(this.room, epoch)); // waits for other tabs that have it open
    }, undefined);
  }

  close(): void {
    void this.persistence?.destroy();
    this.works = false;
  }

  private countsOf(epoch: string): IDBKeyRange {
    const start = `${this.room}/${epoch}/`;
    return idb.createIDBKeyRangeBound(start, `${start}\uffff`, false, false);
  }

  private async attempt<T>(run: () => Promise<T>, otherwise: T): Promise<T> {
    if (!this.works) {
      return otherwise;
    }
    try {
      return await run();
    } catch {
      if (this.works) {
        this.works = false;
        this.onFault();
      }
      return otherwise;
    }
  }
}

const nameOf = (room: string, epoch: string) => `weft-room/${room}/${epoch}`;

/** Runs one transaction; the database is open no longer than that, so that no tab is in the way of another. */
async function inDatabase<T>(
  name: string,
  access: 'readonly' | 'readwrite',
  run: (store: IDBObjectStore) => Promise<T>
): Promise<T> {
  const database = await idb.openDB(DATABASE, created => idb.createStores(created, [[ROOMS], [UNSENT]]));
  try {
    return await run(idb.transact(database, [name], access)[0]);
  } finally {
    database.close();
  }
}
