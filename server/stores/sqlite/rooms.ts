import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { RecordEntry, Role, ShareChange, Version } from '../../../src/wire';
import { checkChain, type Link } from '../chain';
import {
  type Append,
  type Batch,
  type Engine,
  type Entry,
  NOT_EMPTY,
  OTHER_EPOCH,
  type Rows,
  type Sync
} from '../engine';
import { EpochError, type Stored, type StoredShares, type StoredVersion, StoreError } from '../store';
import { openSqliteFile, release } from './file';
import { newEpoch } from './schema';

type Row = Link & { bytes: Uint8Array; crc: number };
interface Room {
  epoch: string;
  head: number;
  others: StoredShares['others'];
}

/** Entries of the record that are kept of each room. */
const RECORDS = 1000;

/**
 * Rooms in an SQLite file, call by call. The file is opened by the first call, and anew after a failure, since the
 * operating system may have dropped what it could not write; numbers are always those of the file.
 */
export class SqliteRooms implements Sync<Engine> {
  private database: DatabaseSync | undefined;
  private readonly statements = new Map<string, StatementSync>();
  private readonly folder: string;
  private readonly patience: number;

  /** `patience` is how long to wait for another process to let go of the file, in milliseconds. */
  constructor(folder: string, patience: number) {
    this.folder = folder;
    this.patience = patience;
  }

  open(room: string, username: string): Stored {
    return this.transaction(() => {
      this.run('INSERT INTO room (id, epoch) VALUES (?, ?) ON CONFLICT DO NOTHING', room, newEpoch());
      const { epoch, head, others } = this.room(room) as Room;
      if (others === null && !this.get('SELECT 1 FROM share WHERE room = ?', room)) {
        this.run("INSERT INTO share (room, username, role) VALUES (?, ?, 'owner')", room, username);
      }
      return { epoch, head, updates: this.updates(room, 0, head) };
    });
  }

  has(room: string): boolean {
    return this.guarded(() => this.room(room) !== undefined);
  }

  since(room: string, epoch: string, head: number): { head: number; updates: Uint8Array[] } {
    return this.guarded(() => {
      const found = this.room(room);
      if (found?.epoch !== epoch) {
        throw new EpochError(`Room ${room} was made anew; open it again.`);
      }
      return { head: found.head, updates: this.updates(room, head, found.head) };
    });
  }

  commit({ appends, entries }: Batch): number[] {
    return this.transaction(() => {
      entries.forEach(entry => this.write(entry));
      return appends.map(append => this.append(append));
    });
  }

  rows(room: string): Rows {
    return this.guarded(() => {
      const rows = this.rowsAfter(room, 0, this.room(room)?.head ?? 0);
      return { numbers: rows.map(({ seq }) => seq), updates: rows.map(({ bytes }) => bytes) };
    });
  }

  replace(room: string, numbers: readonly number[], merged: Uint8Array): boolean {
    return this.transaction(() => {
      const last = numbers[numbers.length - 1];
      const stored = this.all<Link>(
        'SELECT first, seq FROM room_update WHERE room = ? AND seq <= ? ORDER BY seq',
        room,
        last
      );
      if (stored.length !== numbers.length || stored.some(({ seq }, i) => seq !== numbers[i])) {
        return false;
      }
      this.run('DELETE FROM room_update WHERE room = ? AND seq <= ?', room, last);
      this.insert(room, { first: stored[0].first, seq: last }, merged, '');
      return true;
    });
  }

  shares(room: string): StoredShares {
    return this.guarded(() => ({
      users: this.all('SELECT username, role FROM share WHERE room = ? ORDER BY username', room),
      others: this.room(room)?.others ?? null
    }));
  }

  roleOf(room: string, username: string): { own: Role | null; others: StoredShares['others'] } {
    return this.guarded(() => {
      const share = this.get<{ role: Role }>(
        'SELECT role FROM share WHERE room = ? AND username = ?',
        room,
        username
      );
      return { own: share?.role ?? null, others: this.room(room)?.others ?? null };
    });
  }

  share(room: string, { username, role }: ShareChange): void {
    this.transaction(() => {
      this.mustExist(room);
      if (username === undefined) {
        this.run('UPDATE room SET others = ? WHERE id = ?', role, room);
      } else if (role === 'none') {
        this.run('DELETE FROM share WHERE room = ? AND username = ?', room, username);
      } else {
        this.run(
          'INSERT OR REPLACE INTO share (room, username, role) VALUES (?, ?, ?)',
          room,
          username,
          role
        );
      }
    });
  }

  versions(room: string): Version[] {
    return this.guarded(() =>
      this.all('SELECT id, name, username AS by, at FROM version WHERE room = ? ORDER BY id DESC', room)
    );
  }

  version(room: string, id: number): StoredVersion | null {
    return this.guarded(() => {
      const found = this.get<StoredVersion & { crc: number }>(
        'SELECT id, name, username AS by, at, state, crc FROM version WHERE room = ? AND id = ?',
        room,
        id
      );
      if (!found) {
        return null;
      }
      const { crc, ...version } = found;
      this.checkBytes(`version ${id} of room ${room}`, version.state, crc);
      return version;
    });
  }

  saveVersion(room: string, { name, by, state }: { name: string; by: string; state: Uint8Array }): Version {
    return this.transaction(() => {
      this.mustExist(room);
      return this.get<Version>(
        `INSERT INTO version (room, id, name, username, crc, state)
         VALUES (?1, (SELECT coalesce(max(id), 0) + 1 FROM version WHERE room = ?1), ?2, ?3, ?4, ?5)
         RETURNING id, name, username AS by, at`,
        room,
        name,
        by,
        crc32(state),
        state
      ) as Version;
    });
  }

  records(room: string, limit: number): RecordEntry[] {
    return this.guarded(() =>
      this.all<RecordEntry & { detail: string | null }>(
        'SELECT at, username, what, detail FROM record WHERE room = ? ORDER BY id DESC LIMIT ?',
        room,
        limit
      ).map(({ detail, ...entry }) => (detail === null ? entry : { ...entry, detail }))
    );
  }

  backup(_file: string): void {
    throw new StoreError('Not yet.');
  }

  restore(_file: string): void {
    throw new StoreError('Not yet.');
  }

  /** Writes the version anew: a full disk lets read but not write. */
  check(): void {
    this.transaction(() => {
      const version = this.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
      this.opened().exec(`PRAGMA user_version = ${version}`);
    });
  }

  close(): void {
    this.release();
  }

  private append({ room, epoch, updates, first }: Append): number {
    const found = this.room(room);
    if (found?.epoch !== epoch) {
      return OTHER_EPOCH;
    }
    if (first && found.head > 0) {
      return NOT_EMPTY;
    }
    let { head } = found;
    for (const { bytes, username } of updates) {
      head++;
      this.insert(room, { first: head, seq: head }, bytes, username);
    }
    this.run('UPDATE room SET head = ? WHERE id = ?', head, room);
    return head;
  }

  private insert(room: string, { first, seq }: Link, bytes: Uint8Array, username: string): void {
    this.run(
      'INSERT INTO room_update (room, seq, first, username, crc, bytes) VALUES (?, ?, ?, ?, ?, ?)',
      room,
      seq,
      first,
      username,
      crc32(bytes),
      bytes
    );
  }

  private write({ room, entry: { username, what, detail } }: Entry): void {
    const id =
      1 +
      (this.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM record WHERE room = ?', room)?.id ??
        0);
    this.run(
      'INSERT INTO record (room, id, username, what, detail) VALUES (?, ?, ?, ?, ?)',
      room,
      id,
      username,
      what,
      detail ?? null
    );
    this.run('DELETE FROM record WHERE room = ? AND id <= ?', room, id - RECORDS);
  }

  private updates(room: string, head: number, last: number): Uint8Array[] {
    return this.rowsAfter(room, head, last).map(({ bytes }) => bytes);
  }

  private rowsAfter(room: string, head: number, last: number): Row[] {
    const rows = this.all<Row>(
      'SELECT first, seq, bytes, crc FROM room_update WHERE room = ? AND seq > ? ORDER BY seq',
      room,
      head
    );
    checkChain(room, rows, head, last);
    rows.forEach(({ seq, bytes, crc }) => this.checkBytes(`update ${seq} of room ${room}`, bytes, crc));
    return rows;
  }

  private checkBytes(what: string, bytes: Uint8Array, crc: number): void {
    if (crc32(bytes) !== crc) {
      throw new StoreError(`The storage in ${this.folder} is damaged at ${what}; restore a backup.`);
    }
  }

  private room(room: string): Room | undefined {
    return this.get<Room>('SELECT epoch, head, others FROM room WHERE id = ?', room);
  }

  private mustExist(room: string): void {
    if (!this.room(room)) {
      throw new StoreError(`There is no room ${room}.`);
    }
  }

  private run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  private get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined;
  }

  private all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.statement(sql).all(...values) as T[];
  }

  private statement(sql: string): StatementSync {
    const statement = this.statements.get(sql) ?? this.opened().prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private opened(): DatabaseSync {
    return (this.database ??= openSqliteFile(this.folder, this.patience));
  }

  private transaction<T>(work: () => T): T {
    return this.guarded(() => {
      this.opened().exec('BEGIN IMMEDIATE');
      const result = work();
      this.opened().exec('COMMIT');
      return result;
    });
  }

  /** Turns every failure into a StoreError, and lets go of the file if it failed: closing it rolls back. */
  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof StoreError) {
        if (this.database?.isTransaction) {
          this.database.exec('ROLLBACK');
        }
        throw error;
      }
      this.release();
      const text = error instanceof Error ? error.message : String(error);
      throw new StoreError(`The storage in ${this.folder} failed: ${text}.`, { cause: error });
    }
  }

  private release(): void {
    this.statements.clear();
    release(this.database);
    this.database = undefined;
  }
}
