import * as idb from 'lib0/indexeddb';

const [DATABASE, TEXTS] = ['jupyterlab-weft-files', 'texts'];

/** What a file said when this browser last read or wrote it in agreement with its room. */
export interface KnownText {
  text: string;
  /** When the file had that text, as the server said. */
  modified: string;
}

/** Remembers what files said, so that changes made while nobody looked can be merged. Kept in this browser. */
export class KnownTexts {
  /** @param _server address of the Jupyter server that has the files */
  constructor(private readonly _server: string) {}

  /** Nothing where it is not known, or this browser keeps nothing. */
  async get(room: string, path: string): Promise<KnownText | undefined> {
    try {
      const [texts] = idb.transact(await this._open(), [TEXTS], 'readonly');
      const kept: unknown = await idb.get(texts, this._key(room, path));
      return typeof kept === 'string' ? (JSON.parse(kept) as KnownText) : undefined;
    } catch {
      return undefined;
    }
  }

  async set(room: string, path: string, known: KnownText): Promise<void> {
    try {
      const [texts] = idb.transact(await this._open(), [TEXTS], 'readwrite');
      await idb.put(texts, JSON.stringify(known), this._key(room, path));
    } catch {
      // Without it the user is asked which side to take.
    }
  }

  private _key(room: string, path: string): string {
    return JSON.stringify([this._server, path, room]);
  }

  private _open(): Promise<IDBDatabase> {
    this._database ??= idb.openDB(DATABASE, db => idb.createStores(db, [[TEXTS]]));
    return this._database;
  }

  private _database: Promise<IDBDatabase> | undefined;
}
