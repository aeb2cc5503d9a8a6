import type { DatabaseSync } from 'node:sqlite';

/** Marks a file as ours, in its header: "Weft". */
export const APPLICATION = 0x57656674;

/** Version of the tables, kept in the file; a file of a newer version is left alone. */
export const VERSION = 2;

/**
 * Updates are numbered from 1 in each room. A row stands for those from `first` to `seq`, so that a lost row shows;
 * `crc` is of its bytes (CRC-32), since SQLite itself checks only what it needs to find a row. Rows of all rooms follow
 * each other as they come, and name it by a number: what a commit of many rooms has to write stays small.
 */
const TABLES = `
  CREATE TABLE room (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    epoch TEXT NOT NULL,
    head INTEGER NOT NULL DEFAULT 0,
    others TEXT,
    at INTEGER NOT NULL DEFAULT (unixepoch())
  ) STRICT;
  CREATE TABLE room_update (
    room INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    first INTEGER NOT NULL,
    username TEXT NOT NULL,
    at INTEGER NOT NULL DEFAULT (unixepoch()),
    crc INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  ) STRICT;
  CREATE TABLE version (
    room TEXT NOT NULL,
    id INTEGER NOT NULL,
    name TEXT NOT NULL,
    username TEXT NOT NULL,
    at INTEGER NOT NULL DEFAULT (unixepoch()),
    crc INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (room, id)
  ) STRICT;
  CREATE TABLE share (
    room TEXT NOT NULL,
    username TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (room, username)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE record (
    room TEXT NOT NULL,
    id INTEGER NOT NULL,
    at INTEGER NOT NULL DEFAULT (unixepoch()),
    username TEXT NOT NULL,
    what TEXT NOT NULL,
    detail TEXT,
    PRIMARY KEY (room, id)
  ) STRICT, WITHOUT ROWID;`;

/** What leads from each version of the tables to the next; the first one made them when there was none. */
const MIGRATIONS: Record<number, (database: DatabaseSync) => void> = {
  0: database => database.exec(TABLES),
  1: database => {
    database.exec(`
      ALTER TABLE room_update RENAME TO old;
      DROP INDEX room_update_of_room;
      ${TABLES}
      INSERT INTO room (id, epoch, head) SELECT room, new_epoch(), count(*) FROM old GROUP BY room;
      INSERT INTO room_update (room, seq, first, username, at, crc, bytes)
        SELECT key, number, number, '', numbered.at, crc32(bytes), bytes
        FROM (SELECT *, row_number() OVER (PARTITION BY room ORDER BY seq) AS number FROM old) AS numbered
        JOIN room ON id = numbered.room;
      DROP TABLE old;`);
  }
};

/** Brings the tables of a file of some version up to date, within a transaction of the caller's. */
export function migrate(database: DatabaseSync, version: number): void {
  if (version === VERSION) {
    return;
  }
  MIGRATIONS[version](database);
  database.exec(`PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${VERSION};`);
}
