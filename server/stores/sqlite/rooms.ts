import { crc32 } from 'node:zlib';
import type { RecordEntry, Role, ShareChange, Version } from '../../../src/wire';
import { checkChain, type Link } from '../chain';
import {
  type Append,
  type Batch,
  type Engine,
  type Entry,
  losesLastOwner,
  NOT_EMPTY,
  OTHER_EPOCH,
  RECORDS,
  type Rows,
  type Sync
} from '../engine';
import { EpochError, type Stored, type StoredShares, type StoredVersion, StoreError } from '../store';
import { makeFile, readBackup, TABLES } from './backup-file';
import { Database } from './database';

type Row = Link & { bytes: Uint8Array; crc: number };
interface Room {
  key: number;
  epoch: string;
  head: number;
  others: StoredShares['others'];
}

/** Rooms in an SQLite file, call by call. Numbers are always those of the file, never of memory. */
export class SqliteRooms implements Sync<Engine> {
  private readonly database: Database;

  /** `patience` is how long to wait for another process to let go of the file, in milliseconds. */
  constructor(folder: string, patience: number) {
    this.database = new Database(folder, patience);
  }

  open(room: string, username: string): Stored {
    return this.database.transaction(() => {
      this.database.run('INSERT INTO room (id, epoch) VALUES (?, new_epoch()) ON CONFLICT DO NOTHING', room);
      const found = this.room(room) as Room;
      const { epoch, head, others } = found;
      if (others === null && !this.database.get('SELECT 1 FROM share WHERE room = ?', room)) {
        this.database.run("INSERT INTO share (room, username, role) VALUES (?, ?, 'owner')", room, username);
      }
      return { epoch, head, updates: this.updates(room, found, 0) };
    });
  }

  has(room: string): boolean {
    return this.database.guarded(() => this.room(room) !== undefined);
  }

  since(room: string, epoch: string, head: number): { head: number; updates: Uint8Array[] } {
    return this.database.guarded(() => {
      const found = this.room(room);
      if (found?.epoch !== epoch) {
        throw new EpochError(`Room ${room} was made anew; open it again.`);
      }
      return { head: found.head, updates: this.updates(room, found, head) };
    });
  }

  commit({ appends, entries }: Batch): number[] {
    return this.database.transaction(() => {
      entries.forEach(entry => this.write(entry));
      const rooms = new Map<string, Room | undefined>();
      appends.forEach(({ room }) => rooms.has(room) || rooms.set(room, this.room(room)));
      const results = appends.map(append => this.append(append, rooms.get(append.room)));
      rooms.forEach(
        found => found && this.database.run('UPDATE room SET head = ? WHERE key = ?', found.head, found.key)
      );
      return results;
    });
  }

  rows(room: string): Rows {
    return this.database.guarded(() => {
      const found = this.room(room);
      const rows = found ? this.rowsAfter(room, found, 0) : [];
      return { numbers: rows.map(({ seq }) => seq), updates: rows.map(({ bytes }) => bytes) };
    });
  }

  replace(room: string, numbers: readonly number[], merged: Uint8Array): boolean {
    return this.database.transaction(() => {
      const key = this.room(room)?.key ?? null;
      const last = numbers[numbers.length - 1];
      const stored = this.database.all<Link>(
        'SELECT first, seq FROM room_update WHERE room = ? AND seq <= ? ORDER BY seq',
        key,
        last
      );
      if (key === null || String(stored.map(({ seq }) => seq)) !== String(numbers)) {
        return false;
      }
      this.database.run('DELETE FROM room_update WHERE room = ? AND seq <= ?', key, last);
      this.insert(key, { first: stored[0].first, seq: last }, merged, '');
      return true;
    });
  }

  shares(room: string): StoredShares {
    return this.database.guarded(() => ({
      users: this.database.all('SELECT username, role FROM share WHERE room = ? ORDER BY username', room),
      others: this.room(room)?.others ?? null
    }));
  }

  roleOf(room: string, username: string): { own: Role | null; others: StoredShares['others'] } {
    return this.database.guarded(() => {
      const share = this.database.get<{ role: Role }>(
        'SELECT role FROM share WHERE room = ? AND username = ?',
        room,
        username
      );
      return { own: share?.role ?? null, others: this.room(room)?.others ?? null };
    });
  }

  share(room: string, change: ShareChange): boolean {
    const { username, role } = change;
    return this.database.transaction(() => {
      this.mustExist(room);
      const owners = this.database.all<Pick<ShareChange, 'username'>>(
        "SELECT username FROM share WHERE room = ? AND role = 'owner'",
        room
      );
      if (losesLastOwner(owners, change)) {
        return false;
      }
      if (username === undefined) {
        this.database.run('UPDATE room SET others = ? WHERE id = ?', role, room);
      } else if (role === 'none') {
        this.database.run('DELETE FROM share WHERE room = ? AND username = ?', room, username);
      } else {
        this.database.run(
          'INSERT OR REPLACE INTO share (room, username, role) VALUES (?, ?, ?)',
          room,
          username,
          role
        );
      }
      return true;
    });
  }

  versions(room: string): Version[] {
    return this.database.guarded(() =>
      this.database.all(
        'SELECT id, name, username AS by, at FROM version WHERE room = ? ORDER BY id DESC',
        room
      )
    );
  }

  version(room: string, id: number): StoredVersion | null {
    return this.database.guarded(() => {
      const found = this.database.get<StoredVersion & { crc: number }>(
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
    return this.database.transaction(() => {
      this.mustExist(room);
      return this.database.get<Version>(
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
    return this.database.guarded(() =>
      this.database
        .all<RecordEntry & { detail: string | null }>(
          'SELECT at, username, what, detail FROM record WHERE room = ? ORDER BY id DESC LIMIT ?',
          room,
          limit
        )
        .map(({ detail, ...entry }) => (detail === null ? entry : { ...entry, detail }))
    );
  }

  backup(file: string): Promise<void> {
    return makeFile(file, temporary => this.database.copy(temporary));
  }

  restore(file: string): void {
    this.database.transaction(() => {
      if (this.database.get('SELECT 1 FROM room')) {
        throw new StoreError('A backup can be restored only into a storage without rooms; use another one.');
      }
      for (const [table, row] of readBackup(file)) {
        this.database.run(TABLES[table].insert, ...row);
      }
      this.database.run('UPDATE room SET epoch = new_epoch()');
    });
  }

  /** Writes the version anew: a full disk lets read but not write. */
  check(): void {
    this.database.transaction(() => {
      const version = this.database.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
      this.database.exec(`PRAGMA user_version = ${version}`);
    });
  }

  close(): void {
    this.database.release();
  }

  private append({ epoch, updates, usernames, first }: Append, found: Room | undefined): number {
    if (found?.epoch !== epoch) {
      return OTHER_EPOCH;
    }
    if (first && found.head > 0) {
      return NOT_EMPTY;
    }
    updates.forEach((bytes, i) => {
      found.head++;
      this.insert(found.key, { first: found.head, seq: found.head }, bytes, usernames[i]);
    });
    return found.head;
  }

  private insert(room: number, { first, seq }: Link, bytes: Uint8Array, username: string): void {
    this.database.run(
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
    this.database.run(
      TABLES.record.insert,
      room,
      Math.floor(Date.now() / 1000),
      username,
      what,
      detail ?? null
    );
    this.database.run(
      'DELETE FROM record WHERE room = ?1 AND id <= (SELECT max(id) FROM record WHERE room = ?1) - ?2',
      room,
      RECORDS
    );
  }

  private updates(room: string, found: Room, after: number): Uint8Array[] {
    return this.rowsAfter(room, found, after).map(({ bytes }) => bytes);
  }

  private rowsAfter(room: string, { key, head }: Room, after: number): Row[] {
    const rows = this.database.all<Row>(
      'SELECT first, seq, bytes, crc FROM room_update WHERE room = ? AND seq > ? ORDER BY seq',
      key,
      after
    );
    checkChain(room, rows, after, head);
    rows.forEach(({ seq, bytes, crc }) => this.checkBytes(`update ${seq} of room ${room}`, bytes, crc));
    return rows;
  }

  private checkBytes(what: string, bytes: Uint8Array, crc: number): void {
    if (crc32(bytes) !== crc) {
      throw new StoreError(`The storage in ${this.database.folder} is damaged at ${what}; restore a backup.`);
    }
  }

  private room(room: string): Room | undefined {
    return this.database.get<Room>('SELECT key, epoch, head, others FROM room WHERE id = ?', room);
  }

  private mustExist(room: string): void {
    if (!this.room(room)) {
      throw new StoreError(`There is no room ${room}.`);
    }
  }
}
