import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { newEpoch } from '../engine';
import { StoreError } from '../store';
import { makeFolder } from './make-folder';
import { refuseDamage } from './refuse-damage';
import { APPLICATION, migrate, VERSION } from './schema';

/** The log is merged into the file every 32 MB: pages that change often are written once for many commits. */
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 8000;`;

const fileIn = (folder: string) => join(folder, 'hub.sqlite');

/** Whether a folder has a database, or what is left of one. */
export const hasSqliteFile = (folder: string): boolean =>
  existsSync(fileIn(folder)) || existsSync(`${fileIn(folder)}-wal`);

/**
 * Opens the database of a folder and makes it if need be.
 *
 * One connection holds the file alone: SQLite before 3.51.3 could corrupt a write-ahead log that two connections
 * reset at once, and exclusive locking needs no shared memory, which network file systems lack. With `synchronous`
 * FULL a commit returns after fsync. The log is emptied into the file at once: after a failed fsync the system may take
 * pages of it as written that are not, and what is appended behind them would be lost with them.
 *
 * `patience` is how long to wait for another process to let go of the file, in milliseconds.
 *
 * @throws StoreError when the folder cannot be written, another process has the file, the file is not ours, or it is
 * damaged.
 */
export function openSqliteFile(folder: string, patience: number): DatabaseSync {
  const path = fileIn(folder);
  let database: DatabaseSync | undefined;
  try {
    makeFolder(folder);
    refuseDamage(path);
    database = new DatabaseSync(path, { timeout: patience });
    addFunctions(database);
    database.exec(SETTINGS);
    database.exec('BEGIN EXCLUSIVE');
    migrate(database, versionOf(database, path));
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE);');
    return database;
  } catch (error) {
    release(database);
    throw error instanceof StoreError ? error : new StoreError(reason(path, error), { cause: error });
  }
}

/** What statements call: the check sum of bytes, and an epoch for a new incarnation of a room. */
export function addFunctions(database: DatabaseSync): void {
  database.function('crc32', { deterministic: true }, bytes => crc32(bytes as Uint8Array));
  database.function('new_epoch', newEpoch);
}

/** The version of the tables of a file; 0 of a new one. @throws StoreError when it is not ours, or too new */
export function versionOf(database: DatabaseSync, path: string): number {
  const number = (pragma: string) => Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);
  const version = number('user_version');
  const isEmpty = !database.prepare('SELECT 1 FROM sqlite_schema').get();
  const isOurs = version === 0 ? isEmpty : version === 1 || number('application_id') === APPLICATION;
  if (!isOurs) {
    throw new StoreError(`${path} is not a file of Weft's hub; use another folder.`);
  }
  if (version > VERSION) {
    throw new StoreError(
      `${path} was written by a newer version of Weft; update Weft or use another folder.`
    );
  }
  return version;
}

/** Lets go of a file, whatever state it is in. */
export function release(database: DatabaseSync | undefined): void {
  try {
    database?.close();
  } catch {
    // It is of no use any more, and what went wrong is being reported.
  }
}

function reason(path: string, error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.includes('locked')
    ? `${path} is in use by another hub; end that one or use another folder.`
    : `${path} cannot be used as storage (${text}); repair or move it, or use another folder.`;
}
