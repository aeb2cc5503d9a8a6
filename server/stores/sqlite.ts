import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { openSqliteFile } from './sqlite-file';
import { mergeUpdates } from './merge-updates';
import { type Store, StoreError } from './store';

interface Append {
  room: string;
  updates: readonly Uint8Array[];
  resolve: () => void;
  reject: (error: StoreError) => void;
}

interface Statements {
  insert: StatementSync;
  select: StatementSync;
  remove: StatementSync;
}

/** How long to wait for a hub that is just ending to let go of the file, in milliseconds. */
const PATIENCE = 5000;

/**
 * Keeps rooms in one SQLite file of this process. All appends of a turn of the event loop share one commit, and so
 * one fsync; the file is opened anew after a failed commit, since the operating system may have dropped what it could
 * not write.
 */
export class SqliteStore implements Store {
  private waiting: Append[] = [];
  private database: DatabaseSync | null = null;
  private prepared: Statements | null = null;
  private closed = false;

  /** @throws StoreError when the file in `folder` cannot be used. */
  constructor(
    private readonly folder: string,
    private readonly patience = PATIENCE
  ) {
    this.statements();
  }

  async load(room: string): Promise<Uint8Array[]> {
    this.commit();
    return this.guarded(() => this.rows(room).map(row => row.bytes));
  }

  append(room: string, updates: readonly Uint8Array[]): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.closed) {
        return reject(new StoreError('The storage is closed.'));
      }
      if (this.waiting.push({ room, updates, resolve, reject }) === 1) {
        setImmediate(() => this.commit());
      }
    });
  }

  async compact(room: string): Promise<void> {
    this.commit();
    this.guarded(() =>
      this.transaction(({ insert, remove }) => {
        const rows = this.rows(room);
        if (rows.length > 1) {
          rows.forEach(row => remove.run(row.seq));
          insert.run(room, mergeUpdates(rows.map(row => row.bytes)));
        }
      })
    );
  }

  async close(): Promise<void> {
    this.commit();
    this.closed = true;
    this.release();
  }

  private commit(): void {
    const batch = this.waiting;
    this.waiting = [];
    if (batch.length === 0) {
      return;
    }
    try {
      this.guarded(() =>
        this.transaction(({ insert }) =>
          batch.forEach(({ room, updates }) => updates.forEach(update => insert.run(room, update)))
        )
      );
    } catch (error) {
      return batch.forEach(append => append.reject(error as StoreError));
    }
    batch.forEach(append => append.resolve());
  }

  private rows(room: string) {
    return this.statements().select.all(room) as unknown as { seq: number; bytes: Uint8Array }[];
  }

  private transaction(work: (statements: Statements) => void): void {
    const statements = this.statements();
    this.database?.exec('BEGIN IMMEDIATE');
    work(statements);
    this.database?.exec('COMMIT');
  }

  /** Turns every failure into a StoreError, and lets go of the file: closing it rolls back. */
  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.release();
      if (error instanceof StoreError) {
        throw error;
      }
      const text = error instanceof Error ? error.message : String(error);
      throw new StoreError(`The storage in ${this.folder} failed: ${text}.`, { cause: error });
    }
  }

  private statements(): Statements {
    if (this.closed) {
      throw new StoreError('The storage is closed.');
    }
    if (!this.prepared) {
      const database = openSqliteFile(this.folder, this.patience);
      this.database = database;
      this.prepared = {
        insert: database.prepare('INSERT INTO room_update (room, bytes) VALUES (?, ?)'),
        select: database.prepare('SELECT seq, bytes FROM room_update WHERE room = ? ORDER BY seq'),
        remove: database.prepare('DELETE FROM room_update WHERE seq = ?')
      };
    }
    return this.prepared;
  }

  private release(): void {
    const database = this.database;
    this.prepared = this.database = null;
    database?.close();
  }
}
