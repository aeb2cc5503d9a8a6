import { Client, type ClientConfig, Pool, type PoolClient, type QueryResultRow } from 'pg';
import { StoreError } from '../store';
import { migrate } from './schema';

/** Runs a statement and gives its rows. */
export type Query = <R extends QueryResultRow>(sql: string, values?: unknown[]) => Promise<R[]>;

/** How long a connection, a statement, and a transaction of a hub that is gone may take, in milliseconds. */
const TIMEOUTS: ClientConfig = {
  connectionTimeoutMillis: 5000,
  query_timeout: 10_000,
  lock_timeout: 8000,
  idle_in_transaction_session_timeout: 10_000
};

/** Plans are for any values: none of the statements does better with one for each call, which costs as much as the call. */
const SETTINGS = 'SET synchronous_commit TO on; SET plan_cache_mode TO force_generic_plan';

/** Connections to a database whose tables are up to date. Every failure becomes a StoreError without secrets. */
export class Connections {
  private readonly pool: Pool;
  private readonly config: ClientConfig;
  private readonly name: string;
  private readonly names = new Map<string, string>();
  private ready: Promise<void> | null = null;

  /** At most so many at a time. @throws StoreError when `url` is none of a database */
  constructor(url: string, most: number) {
    const address = URL.parse(url);
    // With a second @, part of an unescaped password would be taken for the host, and be shown.
    if (!address || url.split('@').length > 2) {
      throw new StoreError(
        'The address of the database is none; it looks like postgres://USER:PASSWORD@HOST:5432/NAME.'
      );
    }
    this.name = `${address.host || 'this machine'}${address.pathname}`;
    this.config = { connectionString: url, keepAlive: true, application_name: 'weft' };
    this.pool = new Pool({
      ...this.config,
      ...TIMEOUTS,
      max: most,
      min: 1, // stays when it is idle: the next call need not wait for another
      onConnect: client => client.query(SETTINGS)
    });
    this.pool.on('error', () => undefined); // a connection that nobody uses broke: the pool makes another
  }

  /** A statement on its own, durable when it resolves; each connection plans it once. */
  async query<R extends QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    await this.prepared();
    const name = this.names.get(text) ?? `weft${this.names.size}`;
    this.names.set(text, name);
    return this.guarded(async () => (await this.pool.query<R>({ name, text, values })).rows);
  }

  /** All of the work, or nothing, durable when it resolves. A connection on which something failed is not used again. */
  async transaction<T>(work: (query: Query) => Promise<T>): Promise<T> {
    await this.prepared();
    return this.begun(work);
  }

  /** A connection of its own that may take its time; the caller ends it. */
  async client(): Promise<Client> {
    await this.prepared();
    const client = new Client({ ...this.config, connectionTimeoutMillis: TIMEOUTS.connectionTimeoutMillis });
    client.on('error', () => undefined); // whoever uses it hears of it, or of its end
    return this.guarded(async () => {
      await client.connect();
      return client;
    });
  }

  /** Turns every failure into a StoreError. */
  async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreError) {
        throw error;
      }
      throw new StoreError(`The database ${this.name} failed: ${textOf(error)}.`);
    }
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  /** The first call looks after the tables; the next one does when that failed. */
  private prepared(): Promise<void> {
    this.ready ??= this.begun(migrate).catch((error: unknown) => {
      this.ready = null;
      throw error;
    });
    return this.ready;
  }

  private begun<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return this.guarded(async () => {
      const client = await this.pool.connect();
      const ignore = () => undefined; // what is under way fails by itself
      client.on('error', ignore);
      let failure: unknown;
      try {
        await client.query('BEGIN');
        const result = await work(queryOn(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        client.off('error', ignore);
        client.release(failure !== undefined);
      }
    });
  }
}

export const queryOn =
  (client: PoolClient | Client): Query =>
  async <R extends QueryResultRow>(sql: string, values?: unknown[]) =>
    (await client.query<R>(sql, values)).rows;

/** What went wrong, without a stop; several addresses of a host may have failed for several reasons. */
function textOf(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return (first instanceof Error ? first.message : String(first)).replace(/\.$/, '');
}
