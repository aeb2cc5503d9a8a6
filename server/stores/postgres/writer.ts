import { type Append, type Batch, type Entry, NOT_EMPTY, OTHER_EPOCH, RECORDS } from '../engine';
import type { Connections, Query } from './connections';
import { hintsOf } from './notes';

/**
 * All appends of a batch in one statement, which is a transaction of its own: one way to the database and back.
 *
 * A number is not assigned when it was drawn: a row lock keeps other hubs from seeing a later one before it. `locked`
 * has heads as of when the locks were had, `valid` the appends for the epochs of the rooms, and `taken` those of them
 * that are stored, each with its last number; an append that must be the first of a room is, or is not taken.
 */
const APPEND = `
  WITH locked AS MATERIALIZED (
    SELECT id, epoch, head FROM weft.room WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE
  ), valid AS (
    SELECT n, room, first, count, head, row_number() OVER (PARTITION BY room ORDER BY n) AS place
    FROM unnest($1::text[], $2::text[], $3::boolean[], $4::integer[])
      WITH ORDINALITY AS asked (room, epoch, first, count, n)
    JOIN locked ON locked.id = asked.room AND locked.epoch = asked.epoch
  ), taken AS (
    SELECT n, room, count, head + sum(count) OVER (PARTITION BY room ORDER BY n) AS last
    FROM valid WHERE NOT first OR (head = 0 AND place = 1)
  ), moved AS (
    UPDATE weft.room SET head = heads.head
    FROM (SELECT room, max(last) AS head FROM taken GROUP BY room) AS heads WHERE room.id = heads.room
  ), stored AS (
    INSERT INTO weft.room_update (room, seq, first, username, bytes)
    SELECT room, last - count + place, last - count + place, username, bytes
    FROM unnest($5::integer[], $6::integer[], $7::text[], $8::bytea[]) AS rows (n, place, username, bytes)
    JOIN taken USING (n)
  )
  SELECT coalesce(last, CASE WHEN valid.n IS NULL THEN ${OTHER_EPOCH} ELSE ${NOT_EMPTY} END) AS last, (
    SELECT count(pg_notify('weft_stored', hint)::text) FROM unnest($9::text[]) AS hint
    WHERE EXISTS (SELECT FROM taken)
  ) AS told
  FROM generate_series(1, cardinality($1)) AS n LEFT JOIN valid USING (n) LEFT JOIN taken USING (n)
  ORDER BY n`;

const RECORD = `
  INSERT INTO weft.record (room, username, what, detail)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`;

const TRIM = `
  DELETE FROM weft.record USING (
    SELECT room, (SELECT id FROM weft.record WHERE record.room = rooms.room ORDER BY id DESC OFFSET ${RECORDS} LIMIT 1) AS last
    FROM unnest($1::text[]) AS rooms (room)
  ) AS old
  WHERE record.room = old.room AND record.id <= old.last`;

/** Entries of the record after which the old ones of their rooms are taken away. */
const TRIM_AFTER = 100;

/** Stores what was gathered, and tells the other hubs with the same commit. */
export class Writer {
  private recorded: string[] = [];

  /** `connections` are its own, so that no reader keeps it waiting; `self` names this hub in what it tells the others. */
  constructor(
    private readonly connections: Connections,
    private readonly self: string
  ) {}

  commit({ appends, entries }: Batch): Promise<number[]> {
    if (entries.length === 0) {
      return this.append((sql, values) => this.connections.query(sql, values), appends);
    }
    return this.connections.transaction(async query => {
      const results = await this.append(query, appends);
      await this.record(query, entries);
      return results;
    });
  }

  close(): Promise<void> {
    return this.connections.end();
  }

  private async append(query: Query, appends: readonly Append[]): Promise<number[]> {
    if (appends.length === 0) {
      return [];
    }
    const rooms = appends.map(({ room }) => room);
    const results = await query<{ last: string }>(APPEND, [
      rooms,
      appends.map(({ epoch }) => epoch),
      appends.map(({ first }) => first),
      appends.map(({ updates }) => updates.length),
      appends.flatMap(({ updates }, n) => updates.map(() => n + 1)),
      appends.flatMap(({ updates }) => updates.map((_, i) => i + 1)),
      appends.flatMap(({ usernames }) => usernames),
      appends.flatMap(({ updates }) => updates),
      hintsOf(this.self, [...new Set(rooms)])
    ]);
    return results.map(({ last }) => Number(last));
  }

  private async record(query: Query, entries: readonly Entry[]): Promise<void> {
    await query(RECORD, [
      entries.map(({ room }) => room),
      entries.map(({ entry }) => entry.username),
      entries.map(({ entry }) => entry.what),
      entries.map(({ entry }) => entry.detail ?? null)
    ]);
    this.recorded.push(...entries.map(({ room }) => room));
    if (this.recorded.length > TRIM_AFTER) {
      await query(TRIM, [[...new Set(this.recorded)]]);
      this.recorded = [];
    }
  }
}
