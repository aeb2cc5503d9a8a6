import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';
import { newId } from '../pipeline';
import type { Role } from '../wire';
import { holdRoom } from './room-lock';

/** What this browser knows of a room from before. */
export interface KeptRoom {
  /** Of the history that is kept. */
  epoch: string;
  /** What the user might do when the hub was heard last. */
  role: Role | null;
  /** Text of the pipeline file that the hub had for good when it was heard last. */
  base: string | null;
}

/** What is found of a room. */
export interface FoundRoom extends KeptRoom {
  /** How many of its edits the hub did not get. */
  unsent: number;
  /** When it was opened here last, or what is kept of it changed, in milliseconds since 1970. */
  used?: number;
}

const DATABASE = 'weft-rooms';
const ROOMS = 'rooms';
const UNSENT = 'unsent';
/** Where y-indexeddb has the document. */
const UPDATES = 'updates';

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
  private closed: () => void = () => undefined;

  /** @param room name of what is kept: one for each room of each hub, and for each user */
  constructor(
    private readonly room: string,
    private readonly onFault: () => void
  ) {}

  /** What is kept, for a tab that has the room open from now on: nothing of it is deleted until `close`. */
  async open(): Promise<FoundRoom | null> {
    await holdRoom(this.room, new Promise(resolve => (this.closed = resolve)));
    const found = await this.find();
    if (found) {
      await inDatabase(ROOMS, 'readwrite', rooms => touch(rooms, this.room)).catch(() => undefined);
    }
    return found;
  }

  /** What is kept. */
  async find(): Promise<FoundRoom | null> {
    return this.attempt(async () => {
      const text = await inDatabase(ROOMS, 'readonly', rooms => idb.get(rooms, this.room));
      if (typeof text !== 'string') {
        return null;
      }
      const kept = JSON.parse(text) as Omit<FoundRoom, 'unsent'>;
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
      () => inDatabase(ROOMS, 'readwrite', rooms => idb.put(rooms, written(kept), this.room)),
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

  /** Deletes what is kept of the history that is followed, and follows it no more; other tabs may go on with it. */
  async empty(epoch: string): Promise<void> {
    const { persistence } = this;
    this.persistence = null;
    await this.attempt(async () => {
      await inDatabase(UNSENT, 'readwrite', store => idb.del(store, this.countsOf(epoch)));
      if (persistence) {
        await idb.rtop(idb.transact(await persistence._db, [UPDATES])[0].clear());
        await persistence.destroy();
      }
    }, undefined);
  }

  /** Deletes all that is kept of the room, whose only history this is. */
  async erase(epoch: string): Promise<void> {
    await this.forget(epoch);
    await this.attempt(() => inDatabase(ROOMS, 'readwrite', rooms => idb.del(rooms, this.room)), undefined);
  }

  close(): void {
    const ended = Promise.resolve(this.persistence?.destroy()).catch(() => undefined);
    void ended.then(this.closed);
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

/** Names of rooms that are kept and were not used since some time, in milliseconds since 1970. */
export async function findUnused(since: number): Promise<string[]> {
  const rooms: { k: string; v: string }[] = await inDatabase(ROOMS, 'readonly', idb.getAllKeysValues);
  return rooms.flatMap(({ k, v }) => (((JSON.parse(v) as FoundRoom).used ?? since) < since ? [k] : []));
}

/** What is kept of a room, as it is written down now. */
const written = (kept: KeptRoom) => JSON.stringify({ ...kept, used: Date.now() });

/** Remembers that a room is used now. */
async function touch(rooms: IDBObjectStore, room: string): Promise<void> {
  const text: unknown = await idb.get(rooms, room);
  if (typeof text === 'string') {
    await idb.put(rooms, written(JSON.parse(text) as KeptRoom), room);
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
