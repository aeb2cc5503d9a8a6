import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import { StoreError } from '../store';
import { addFunctions, versionOf } from './file';
import { migrate, VERSION } from './schema';

/** Values of a row in the order of the columns of its table. */
export type Row = SQLInputValue[];

/**
 * What a backup holds of each table, in the order in which it is to be written, whatever the store. Rooms go by their
 * ids, entries of the record by their order alone, and bytes come last.
 */
export const TABLES = {
  room: {
    columns: ['id', 'epoch', 'head', 'others', 'at'],
    select: 'SELECT id, epoch, head, others, at FROM room ORDER BY id',
    insert: 'INSERT INTO room (id, epoch, head, others, at) VALUES (?, ?, ?, ?, ?)'
  },
  room_update: {
    columns: ['room', 'seq', 'first', 'username', 'at', 'bytes'],
    select: `
      SELECT id AS room, seq, first, username, room_update.at AS at, bytes, crc
      FROM room_update JOIN room ON key = room ORDER BY id, seq`,
    insert: `
      INSERT INTO room_update (room, seq, first, username, at, bytes, crc)
      VALUES ((SELECT key FROM room WHERE id = ?1), ?2, ?3, ?4, ?5, ?6, crc32(?6))`
  },
  version: {
    columns: ['room', 'id', 'name', 'username', 'at', 'state'],
    select: 'SELECT room, id, name, username, at, state, crc FROM version ORDER BY room, id',
    insert: `
      INSERT INTO version (room, id, name, username, at, state, crc) VALUES (?1, ?2, ?3, ?4, ?5, ?6, crc32(?6))`
  },
  share: {
    columns: ['room', 'username', 'role'],
    select: 'SELECT room, username, role FROM share ORDER BY room, username',
    insert: 'INSERT INTO share (room, username, role) VALUES (?, ?, ?)'
  },
  record: {
    columns: ['room', 'at', 'username', 'what', 'detail'],
    select: 'SELECT room, at, username, what, detail FROM record ORDER BY room, id',
    insert: `
      INSERT INTO record (room, id, at, username, what, detail)
      VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM record WHERE room = ?1), ?2, ?3, ?4, ?5)`
  }
};

export type Table = keyof typeof TABLES;

/** All rows of a backup. @throws StoreError when it is none, was written by a newer version, or is damaged */
export function* readBackup(file: string): Generator<[Table, Row]> {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    if (versionOf(database, file) !== VERSION) {
      throw new StoreError(`${file} is not a backup of Weft's hub.`);
    }
    for (const [table, { columns, select }] of Object.entries(TABLES)) {
      for (const row of database.prepare(select).iterate()) {
        const values = columns.map(column => row[column]);
        if ('crc' in row && crc32(values.at(-1) as Uint8Array) !== row.crc) {
          throw new StoreError(`${file} is damaged in table ${table}; use another backup.`);
        }
        yield [table as Table, values];
      }
    }
  } catch (error) {
    throw error instanceof StoreError ? error : failure(`${file} cannot be read as a backup`, error);
  } finally {
    database?.close();
  }
}

/** Reads a backup to its end. @throws StoreError when it cannot be restored */
export function checkBackup(file: string): void {
  const rows = readBackup(file);
  let isRead: boolean | undefined;
  do {
    isRead = rows.next().done;
  } while (!isRead);
}

/** Writes a backup row by row; for stores that are no such file themselves. */
export class BackupWriter {
  private readonly database: DatabaseSync;

  constructor(file: string) {
    this.database = new DatabaseSync(file);
    addFunctions(this.database);
    this.database.exec('BEGIN');
    migrate(this.database, 0);
  }

  add(table: Table, rows: readonly Row[]): void {
    const insert = this.database.prepare(TABLES[table].insert);
    rows.forEach(row => insert.run(...row));
  }

  /** Makes the file complete. */
  finish(): void {
    this.database.exec('COMMIT');
  }

  close(): void {
    this.database.close();
  }
}

/** Makes a file under another name first, so that it is there as a whole or not at all. @throws StoreError */
export async function makeFile(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${file}.part`;
  let reserved = false;
  try {
    closeSync(openSync(file, 'wx', 0o600));
    reserved = true;
    closeSync(openSync(temporary, 'w', 0o600));
    await write(temporary);
    const handle = openSync(temporary, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, file);
  } catch (error) {
    if (reserved) {
      rmSync(temporary, { force: true });
      rmSync(file, { force: true });
    }
    if (error instanceof StoreError) {
      throw error;
    }
    throw reserved || (error as NodeJS.ErrnoException).code !== 'EEXIST'
      ? failure(`${file} cannot be written`, error)
      : new StoreError(`${file} is there already; name another file.`);
  }
}

function failure(what: string, error: unknown): StoreError {
  const text = error instanceof Error ? error.message : String(error);
  return new StoreError(`${what}: ${text}.`, { cause: error });
}
