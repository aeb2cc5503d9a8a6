import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { describeBackup } from '../../testing/backup-conformance';
import { temporaryFolder } from '../../testing/hub';
import { noPostgres, PASSWORD, PostgresServer } from '../../testing/postgres';
import { describeStore, update } from '../../testing/store-conformance';
import { describeModel } from '../../testing/store-model';
import { until } from '../../testing/until';
import { SqliteStore } from '../sqlite/sqlite-store';
import { StoreError } from '../store';
import { PostgresStore } from './postgres-store';

if (noPostgres) {
  process.stderr.write(`Skipped: ${noPostgres}.\n`);
}

describe.skipIf(noPostgres)('PostgreSQL', () => {
  let server: PostgresServer;
  const databases: string[] = [];
  let unused: string[] = [];

  beforeAll(async () => {
    server = await PostgresServer.start();
    databases.push(await server.database(), await server.database());
  }, 60_000);
  beforeEach(async () => {
    await Promise.all(databases.map(url => server.sql('DROP SCHEMA IF EXISTS weft CASCADE', url)));
    unused = [...databases];
  });
  afterAll(() => server?.remove(), 60_000);

  /** A database without tables. */
  const fresh = () => unused.pop() as string;

  /** A store that goes with the test. */
  const storeOn = (url: string) => {
    const store = new PostgresStore(url);
    onTestFinished(() => store.close());
    return store;
  };

  const storage = () => {
    const url = fresh();
    return () => storeOn(url);
  };
  describeStore('PostgreSQL', storage);
  describeModel(
    'PostgreSQL',
    async () => {
      await server.sql('DROP SCHEMA IF EXISTS weft CASCADE', databases[0]);
      return () => new PostgresStore(databases[0]);
    },
    15
  );
  describeBackup('PostgreSQL', storage, () => storeOn(fresh()));
  describeBackup('PostgreSQL, into SQLite', storage, () => new SqliteStore(temporaryFolder()));
  describeBackup(
    'SQLite, into PostgreSQL',
    () => {
      const folder = temporaryFolder();
      return () => new SqliteStore(folder);
    },
    () => storeOn(fresh())
  );

  it('gives each update of two hubs a number of its own, and both see all', async () => {
    const url = fresh();
    const stores = [storeOn(url), storeOn(url)];
    const rooms = await Promise.all(stores.map(store => store.open('one', 'ada')));
    expect(rooms[1].epoch).toBe(rooms[0].epoch);
    const { epoch } = rooms[0];
    const numbers = await Promise.all(
      Array.from({ length: 200 }, (_, i) => stores[i % 2].append('one', epoch, [update(`k${i}`)]))
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
    for (const store of stores) {
      expect((await store.since('one', epoch, 0)).updates).toHaveLength(200);
    }
  });

  it('never shows a later number before an earlier one', async () => {
    const url = fresh();
    const stores = [storeOn(url), storeOn(url)];
    const reader = storeOn(url);
    const { epoch } = await reader.open('one', 'ada');
    let writing = true;
    const written = Promise.all(
      Array.from({ length: 300 }, (_, i) => stores[i % 2].append('one', epoch, [update(`k${i}`)]))
    ).finally(() => (writing = false));
    let head = 0;
    let seen = 0;
    for (let last = false; !last;) {
      last = !writing;
      const news = await reader.since('one', epoch, head);
      expect(news.updates).toHaveLength(news.head - head);
      seen += news.updates.length;
      head = news.head;
    }
    await written;
    expect(seen).toBe(300);
  });

  it('lets one of many hubs make, seed and compact a room', async () => {
    const url = fresh();
    const stores = [1, 2, 3].map(() => storeOn(url));
    const opened = await Promise.all(stores.map((store, i) => store.open('one', `user${i}`)));
    const { epoch } = opened[0];
    expect(new Set(opened.map(room => room.epoch)).size).toBe(1);
    expect((await stores[0].shares('one')).users).toHaveLength(1);
    const seeded = await Promise.all(stores.map((store, i) => store.seed('one', epoch, update(`k${i}`))));
    expect(seeded.filter(Boolean)).toHaveLength(1);
    await Promise.all(
      Array.from({ length: 30 }, (_, i) => stores[i % 3].append('one', epoch, [update(`k${i}`)]))
    );
    await Promise.allSettled(stores.map(store => store.compact('one')));
    const { head, updates } = await stores[0].open('one', 'ada');
    expect(head).toBe(31);
    expect(updates).toHaveLength(1);
  });

  it("commits batches of many rooms, in opposite orders, without standing in each other's way", async () => {
    const url = fresh();
    const stores = [storeOn(url), storeOn(url)];
    const names = Array.from({ length: 20 }, (_, i) => `room${i}`);
    const epochs = await Promise.all(names.map(async name => (await stores[0].open(name, 'ada')).epoch));
    for (let round = 0; round < 10; round++) {
      await Promise.all(
        names.flatMap((name, i) => [
          stores[0].append(name, epochs[i], [update('a')]),
          stores[1].append(names[19 - i], epochs[19 - i], [update('b')])
        ])
      );
    }
    expect((await stores[0].open('room7', 'ada')).head).toBe(20);
  });

  it('tells the other hubs, and not itself, what was stored and what is passed on', async () => {
    const url = fresh();
    const [one, two] = [storeOn(url), storeOn(url)];
    const { epoch } = await one.open('Straße 🚀', 'ada');
    const heard: string[] = [];
    const own: string[] = [];
    const large = new Uint8Array(30_000).map((_, i) => i % 251);
    const messages: Uint8Array[] = [];
    two.listen({
      stored: room => heard.push(`stored ${room}`),
      published: (room, message) => messages.push(message) && heard.push(`published ${room}`)
    });
    one.listen({
      stored: room => room !== null && own.push(room),
      published: room => own.push(room)
    });
    await until(() => heard.includes('stored null'), 'the other hub listens');
    await one.append('Straße 🚀', epoch, [update('a')]);
    one.publish('Straße 🚀', new Uint8Array([1, 2]));
    one.publish('b', large);
    one.publish('too large', new Uint8Array(100_000));
    one.publish('c', new Uint8Array());
    await until(() => heard.includes('published c'), 'everything came');
    expect(heard.filter(what => what !== 'stored null')).toEqual([
      'stored Straße 🚀',
      'published Straße 🚀',
      'published b',
      'published c'
    ]);
    expect(messages).toEqual([new Uint8Array([1, 2]), large, new Uint8Array()]);
    expect(own).toEqual([]);
  });

  it('listens again after its connection was cut, and says that hints were lost', async () => {
    const url = fresh();
    const [one, two] = [storeOn(url), storeOn(url)];
    const { epoch } = await one.open('one', 'ada');
    const heard: (string | null)[] = [];
    two.listen({ stored: room => heard.push(room), published: () => undefined });
    await until(() => heard.includes(null), 'it listens');
    heard.length = 0;
    await server.sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%LISTEN%' AND pid <> pg_backend_pid()",
      url
    );
    await until(() => heard.includes(null), 'it listens again');
    await one.append('one', epoch, [update('a')]);
    await until(() => heard.includes('one'), 'a hint comes');
  });

  it('rejects what was under way when connections are cut, keeps what it promised, and goes on', async () => {
    const url = fresh();
    const store = storeOn(url);
    let { epoch } = await store.open('one', 'ada');
    const promised = new Set<number>();
    let rejected = 0;
    for (let round = 0; round < 5; round++) {
      const appends = Array.from({ length: 40 }, async (_, i) => {
        await new Promise(resolve => setTimeout(resolve, i));
        const number = await store.append('one', epoch, [update(`k${round}-${i}`)]);
        promised.add(number);
      });
      const cut = server.sql(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
        url
      );
      const results = await Promise.allSettled(appends);
      await cut;
      for (const result of results) {
        if (result.status === 'rejected') {
          rejected++;
          expect(result.reason).toBeInstanceOf(StoreError);
        }
      }
      ({ epoch } = await store.open('one', 'ada').catch(() => store.open('one', 'ada')));
    }
    const { head, updates } = await store.open('one', 'ada');
    expect(updates).toHaveLength(head);
    expect(Math.max(...promised)).toBeLessThanOrEqual(head);
    expect(promised.size + rejected).toBe(200);
  });

  it('says that the database is gone, and works again when it is back', async () => {
    const store = storeOn(fresh());
    const { epoch } = await store.open('one', 'ada');
    await store.append('one', epoch, [update('a')]);
    await server.crash();
    const failure = await store.append('one', epoch, [update('b')]).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(StoreError);
    expect((failure as Error).message).toMatch(/^The database 127\.0\.0\.1:\d+\/test\d+ failed: .+\.$/);
    await expect(store.check()).rejects.toThrow(StoreError);
    await server.resume();
    await store.check();
    expect((await store.open('one', 'ada')).updates).toHaveLength(1);
    expect(await store.append('one', epoch, [update('b')])).toBe(2);
  });

  it('never says the password', async () => {
    const reasons = await Promise.all(
      [
        server.url('none'),
        server.url('postgres', `${PASSWORD}!`),
        `postgres://weft:${PASSWORD}@nowhere.invalid/x`
      ].map(async url => {
        try {
          await new PostgresStore(url).check();
          return 'no failure';
        } catch (error) {
          return error as Error;
        }
      })
    );
    for (const reason of reasons) {
      expect(reason).toBeInstanceOf(StoreError);
      expect(JSON.stringify([reason, (reason as Error).message, (reason as Error).stack])).not.toMatch(
        /p@ss|p%40ss|word:of/
      );
    }
  });

  it('leaves tables of a newer version alone', async () => {
    const url = fresh();
    await storeOn(url).check();
    await server.sql('UPDATE weft.tables SET version = 99', url);
    await expect(storeOn(url).check()).rejects.toThrow(/newer version of Weft/);
  });

  it('makes its tables once, however many hubs start', async () => {
    const url = fresh();
    await Promise.all([1, 2, 3, 4].map(() => storeOn(url).check()));
    expect(await server.sql('SELECT count(*)::int AS n FROM weft.tables', url)).toEqual([{ n: 1 }]);
  });
});
