import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StoreError } from '../store';
import { openSqliteFile, release } from './file';

/** Pages that are copied at once in a backup, before others have their turn. */
const PAGES = 256;

/**
 * The database of a folder. The file is opened by the first call, and anew after a failure, since the operating system
 * may have dropped what it could not write. Only one piece of work is done at a time.
 */
export class Database {
  readonly folder: string;
  private readonly patience: number;
  private database: DatabaseSync | undefined;
  private readonly statements = new Map<string, StatementSync>();

  /** `patience` is how long to wait for another process to let go of the file, in milliseconds. */
  constructor(folder: string, patience: number) {
    this.folder = folder;
    this.patience = patience;
  }

  exec(sql: string): void {
    this.opened().exec(sql);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.statement(sql).run(...values);
  }

  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.statement(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
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

  /** All of the work, or nothing. @throws StoreError */
  transaction<T>(work: () => T): T {
    return this.guarded(() => {
      this.exec('BEGIN IMMEDIATE');
      const result = work();
      this.exec('COMMIT');
      return result;
    });
  }

  /** Turns every failure into a StoreError, and lets go of the file if it failed: closing it rolls back. */
  guarded<T>(work: () => T): T {
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
      throw this.failed(error);
    }
  }

  /** Copies all of it into a new file, while it is in use. @throws StoreError */
  async copy(file: string): Promise<void> {
    try {
      await backup(this.opened(), file, { rate: PAGES });
      const copy = new DatabaseSync(file);
      copy.exec('PRAGMA journal_mode = DELETE'); // else whoever reads it must be able to write beside it
      copy.close();
    } catch (error) {
      throw error instanceof StoreError ? error : this.failed(error);
    }
  }

  release(): void {
    this.statements.clear();
    release(this.database);
    this.database = undefined;
  }

  private failed(error: unknown): StoreError {
    const text = error instanceof Error ? error.message : String(error);
    return new StoreError(`The storage in ${this.folder} failed: ${text}.`, { cause: error });
  }
}
