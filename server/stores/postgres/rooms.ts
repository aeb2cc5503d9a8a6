import type { RecordEntry, Role, ShareChange, Version } from '../../../src/wire';
import { checkChain } from '../chain';
import { type Batch, type Engine, losesLastOwner, newEpoch, RECORDS, type Rows } from '../engine';
import { EpochError, type Stored, type StoredShares, type StoredVersion, StoreError } from '../store';
import { backup, restore } from './backup';
import type { Connections, Query } from './connections';
import type { Writer } from './writer';

/**
 * All that is after a number, in one statement, and so as of one instant. The bytes of the rows follow each other;
 * `lengths` and `numbers` are big-endian integers. The rows stand for `first` and as many updates as `count`.
 */
const READ = `
  SELECT epoch, head, others, EXISTS (SELECT FROM weft.share WHERE share.room = id) AS shared, rows.*
  FROM weft.room LEFT JOIN LATERAL (
    SELECT min(first) AS first, sum(seq - first + 1) AS count,
      string_agg(int4send(length(bytes)), '' ORDER BY seq) AS lengths,
      string_agg(int8send(seq), '' ORDER BY seq) AS numbers,
      string_agg(bytes, '' ORDER BY seq) AS bytes
    FROM weft.room_update WHERE room_update.room = id AND seq > $2
  ) AS rows ON true
  WHERE id = $1`;

interface Read {
  epoch: string;
  head: string;
  others: StoredShares['others'];
  shared: boolean;
  first: string | null;
  count: string | null;
  lengths: Buffer | null;
  numbers: Buffer | null;
  bytes: Buffer | null;
}

/** Rooms in the tables of a PostgreSQL database, which several hubs may use at once. */
export class PostgresRooms implements Engine {
  constructor(
    private readonly connections: Connections,
    private readonly writer: Writer
  ) {}

  async open(room: string, username: string): Promise<Stored> {
    let found = await this.read(room, 0);
    if (!found || (found.others === null && !found.shared)) {
      await this.make(room, username);
      found = (await this.read(room, 0)) as typeof found;
    }
    if (!found) {
      throw new StoreError(`Room ${room} was taken away while it was opened; open it again.`);
    }
    return { epoch: found.epoch, head: found.head, updates: found.updates };
  }

  async has(room: string): Promise<boolean> {
    return (await this.connections.query('SELECT FROM weft.room WHERE id = $1', [room])).length > 0;
  }

  async since(room: string, epoch: string, after: number): Promise<{ head: number; updates: Uint8Array[] }> {
    const found = await this.read(room, after);
    if (found?.epoch !== epoch) {
      throw new EpochError(`Room ${room} was made anew; open it again.`);
    }
    return { head: found.head, updates: found.updates };
  }

  commit(batch: Batch): Promise<number[]> {
    return this.writer.commit(batch);
  }

  async rows(room: string): Promise<Rows> {
    const found = await this.read(room, 0);
    return { numbers: found?.numbers ?? [], updates: found?.updates ?? [] };
  }

  replace(room: string, numbers: readonly number[], merged: Uint8Array): Promise<boolean> {
    return this.connections.transaction(async query => {
      const stored = await query<{ first: string }>(
        'SELECT first FROM weft.room_update WHERE room = $1 AND seq = ANY($2) ORDER BY seq FOR UPDATE',
        [room, numbers]
      );
      if (stored.length !== numbers.length) {
        return false;
      }
      await query('DELETE FROM weft.room_update WHERE room = $1 AND seq = ANY($2)', [room, numbers]);
      await query(
        "INSERT INTO weft.room_update (room, seq, first, username, bytes) VALUES ($1, $2, $3, '', $4)",
        [room, numbers[numbers.length - 1], stored[0].first, merged]
      );
      return true;
    });
  }

  async shares(room: string): Promise<StoredShares> {
    const [users, [found]] = await Promise.all([
      this.connections.query<StoredShares['users'][number]>(
        'SELECT username, role FROM weft.share WHERE room = $1 ORDER BY username COLLATE "C"',
        [room]
      ),
      this.connections.query<{ others: StoredShares['others'] }>(
        'SELECT others FROM weft.room WHERE id = $1',
        [room]
      )
    ]);
    return { users, others: found?.others ?? null };
  }

  async roleOf(
    room: string,
    username: string
  ): Promise<{ own: Role | null; others: StoredShares['others'] }> {
    const [found] = await this.connections.query<{ own: Role | null; others: StoredShares['others'] }>(
      `SELECT others, (SELECT role FROM weft.share WHERE room = id AND username = $2) AS own
       FROM weft.room WHERE id = $1`,
      [room, username]
    );
    return found ?? { own: null, others: null };
  }

  share(room: string, change: ShareChange): Promise<boolean> {
    const { username, role } = change;
    return this.connections.transaction(async query => {
      await this.lock(query, room); // and so sees what other hubs changed, which did the same
      const owners = await query<{ username: string }>(
        "SELECT username FROM weft.share WHERE room = $1 AND role = 'owner'",
        [room]
      );
      if (losesLastOwner(owners, change)) {
        return false;
      }
      if (username === undefined) {
        await query('UPDATE weft.room SET others = $2 WHERE id = $1', [room, role]);
      } else if (role === 'none') {
        await query('DELETE FROM weft.share WHERE room = $1 AND username = $2', [room, username]);
      } else {
        await query(
          'INSERT INTO weft.share VALUES ($1, $2, $3) ON CONFLICT (room, username) DO UPDATE SET role = $3',
          [room, username, role]
        );
      }
      return true;
    });
  }

  async versions(room: string): Promise<Version[]> {
    const found = await this.connections.query<Version>(
      'SELECT id, name, username AS by, at FROM weft.version WHERE room = $1 ORDER BY id DESC',
      [room]
    );
    return found.map(version => ({ ...version, at: Number(version.at) }));
  }

  async version(room: string, id: number): Promise<StoredVersion | null> {
    const [found] = await this.connections.query<StoredVersion>(
      'SELECT id, name, username AS by, at, state FROM weft.version WHERE room = $1 AND id = $2',
      [room, id]
    );
    return found ? { ...found, at: Number(found.at) } : null;
  }

  saveVersion(
    room: string,
    { name, by, state }: { name: string; by: string; state: Uint8Array }
  ): Promise<Version> {
    return this.connections.transaction(async query => {
      await this.lock(query, room);
      const [made] = await query<Version>(
        `INSERT INTO weft.version (room, id, name, username, state)
         VALUES ($1, (SELECT coalesce(max(id), 0) + 1 FROM weft.version WHERE room = $1), $2, $3, $4)
         RETURNING id, name, username AS by, at`,
        [room, name, by, state]
      );
      return { ...made, at: Number(made.at) };
    });
  }

  async records(room: string, limit: number): Promise<RecordEntry[]> {
    const found = await this.connections.query<RecordEntry & { detail: string | null }>(
      'SELECT at, username, what, detail FROM weft.record WHERE room = $1 ORDER BY id DESC LIMIT $2',
      [room, Math.min(limit, RECORDS)]
    );
    return found.map(({ detail, at, ...entry }) => ({
      at: Number(at),
      ...entry,
      ...(detail === null ? {} : { detail })
    }));
  }

  backup(file: string): Promise<void> {
    return backup(this.connections, file);
  }

  restore(file: string): Promise<void> {
    return restore(this.connections, file);
  }

  async check(): Promise<void> {
    const [{ readonly }] = await this.connections.query<{ readonly: string }>(
      "SELECT current_setting('transaction_read_only') AS readonly"
    );
    if (readonly === 'on') {
      throw new StoreError('The database can only be read; name the one that takes writes.');
    }
  }

  async close(): Promise<void> {
    await this.writer.close();
    await this.connections.end();
  }

  private make(room: string, username: string): Promise<void> {
    return this.connections.transaction(async query => {
      await query('INSERT INTO weft.room (id, epoch) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        room,
        newEpoch()
      ]);
      await query(
        `INSERT INTO weft.share SELECT id, $2, 'owner' FROM weft.room
         WHERE id = $1 AND others IS NULL AND NOT EXISTS (SELECT FROM weft.share WHERE share.room = id)
         ON CONFLICT DO NOTHING`,
        [room, username]
      );
    });
  }

  private async lock(query: Query, room: string): Promise<void> {
    if ((await query('SELECT FROM weft.room WHERE id = $1 FOR UPDATE', [room])).length === 0) {
      throw new StoreError(`There is no room ${room}.`);
    }
  }

  private async read(room: string, after: number) {
    const [found] = await this.connections.query<Read>(READ, [room, after]);
    if (!found) {
      return null;
    }
    const head = Number(found.head);
    const { lengths, numbers, bytes } = found;
    const first = Number(found.first ?? 0);
    checkChain(room, bytes ? [{ first, seq: first + Number(found.count) - 1 }] : [], after, head);
    const count = (lengths?.length ?? 0) / 4;
    let end = 0;
    return {
      epoch: found.epoch,
      head,
      others: found.others,
      shared: found.shared,
      numbers: Array.from({ length: count }, (_, i) => Number(numbers?.readBigInt64BE(8 * i))),
      updates: Array.from({ length: count }, (_, i) =>
        (bytes as Buffer).subarray(end, (end += lengths?.readInt32BE(4 * i) ?? 0))
      )
    };
  }
}
