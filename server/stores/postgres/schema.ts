import { StoreError } from '../store';
import type { Query } from './connections';

/** Version of the tables, kept in the database; those of a newer version are left alone. */
const VERSION = 1;

/** Held while the tables are made or changed: hubs may start at the same time. */
const LOCK = 0x57656674;

/** As in the file of SQLite, where rows are explained; entries of the record are numbered across rooms. */
const TABLES = `
  CREATE TABLE weft.room (
    id text PRIMARY KEY,
    epoch text NOT NULL,
    head bigint NOT NULL DEFAULT 0,
    others text,
    at bigint NOT NULL DEFAULT extract(epoch FROM now())
  );
  CREATE TABLE weft.room_update (
    room text NOT NULL,
    seq bigint NOT NULL,
    first bigint NOT NULL,
    username text NOT NULL,
    at bigint NOT NULL DEFAULT extract(epoch FROM now()),
    bytes bytea NOT NULL,
    PRIMARY KEY (room, seq)
  );
  CREATE TABLE weft.version (
    room text NOT NULL,
    id integer NOT NULL,
    name text NOT NULL,
    username text NOT NULL,
    at bigint NOT NULL DEFAULT extract(epoch FROM now()),
    state bytea NOT NULL,
    PRIMARY KEY (room, id)
  );
  CREATE TABLE weft.share (
    room text NOT NULL,
    username text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (room, username)
  );
  CREATE TABLE weft.record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room text NOT NULL,
    at bigint NOT NULL DEFAULT extract(epoch FROM now()),
    username text NOT NULL,
    what text NOT NULL,
    detail text
  );
  CREATE INDEX record_of_room ON weft.record (room, id);
  CREATE TABLE weft.tables (version integer NOT NULL);
  INSERT INTO weft.tables VALUES (${VERSION});`;

/** Makes the tables if need be, within a transaction of the caller's. @throws StoreError when they are of a newer version */
export async function migrate(query: Query): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  const [{ schema, tables }] = await query<{ schema: string | null; tables: string | null }>(
    "SELECT to_regnamespace('weft') AS schema, to_regclass('weft.tables') AS tables"
  );
  if (schema === null) {
    await query('CREATE SCHEMA weft');
  }
  if (tables === null) {
    await query(TABLES);
  }
  const [{ version }] = await query<{ version: number }>('SELECT version FROM weft.tables');
  if (version > VERSION) {
    throw new StoreError(
      'The tables in the database were made by a newer version of Weft; update Weft or use another database.'
    );
  }
}
