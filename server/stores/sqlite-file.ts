import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store';

/** Version of the tables, kept in the file; a file of a newer version is left alone. */
const VERSION = 1;
const SCHEMA = `
  CREATE TABLE room_update (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    bytes BLOB NOT NULL,
    at INTEGER NOT NULL DEFAULT (unixepoch())
  ) STRICT;
  CREATE INDEX room_update_of_room ON room_update (room, seq);
  PRAGMA user_version = ${VERSION};`;

/**
 * Opens the database of a folder and makes it if need be.
 *
 * One connection holds the file alone: SQLite before 3.51.3 could corrupt a write-ahead log that two connections
 * reset at once, and exclusive locking needs no shared memory, which network file systems lack. With `synchronous`
 * FULL a commit returns after fsync.
 *
 * `patience` is how long to wait for another process to let go of the file, in milliseconds.
 *
 * @throws StoreError when the folder cannot be written, another process has the file, or the file is not ours.
 */
export function openSqliteFile(folder: string, patience: number): DatabaseSync {
  const path = join(folder, 'hub.sqlite');
  let database: DatabaseSync | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(path, { timeout: patience });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    database.exec('BEGIN EXCLUSIVE');
    const version = Number(database.prepare('PRAGMA user_version').get()?.user_version);
    if (version > VERSION) {
      throw new StoreError(
        `${path} was written by a newer version of Weft; update Weft or use another folder.`
      );
    }
    if (version === 0) {
      database.exec(SCHEMA);
    }
    database.exec('COMMIT');
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StoreError ? error : new StoreError(reason(path, error), { cause: error });
  }
}

function reason(path: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.includes('locked')
    ? `${path} is in use by another hub; end that one or use another folder.`
    : `${path} cannot be used as storage (${text}); repair or move it, or use another folder.`;
}
