import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/hub';
import { damageInLog } from './write-ahead-log';

const RUNS = { numRuns: Number(process.env.WEFT_LOGS ?? 15), seed: Number(process.env.WEFT_SEED ?? 6) };
const HEADER = 32;
const SECTOR = 512;

/** What a writer does: `rows` of up to 2000 bytes, in a transaction that ends or is taken back, or begin the log anew. */
const steps = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ rows: fc.integer({ min: 1, max: 60 }), kept: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ rows: fc.integer({ min: 1, max: 60 }), kept: fc.constant(false) }) },
    { weight: 1, arbitrary: fc.constant('anew' as const) }
  ),
  { minLength: 7, maxLength: 20 }
);
const logs = fc.record({
  steps,
  page: fc.constantFrom(512, 4096),
  noise: fc.infiniteStream(fc.nat(2 ** 31))
});
type Plan = typeof logs extends fc.Arbitrary<infer P> ? P : never;

interface Log {
  page: number;
  /** The file before the last transaction, when it is about to end, and after it. */
  before: Buffer;
  within: Buffer;
  after: Buffer;
}

/** A log as SQLite writes it; frames of transactions that were taken back, and of older logs, are among it. */
function written({ steps, page }: Plan, next: () => number): Log {
  const file = join(temporaryFolder(), 'hub.sqlite');
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA page_size = ${page}; PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
    PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 10;
    CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB); CREATE TABLE u (id INTEGER PRIMARY KEY)`);
  const insert = database.prepare('INSERT OR REPLACE INTO t VALUES (?, ?)');
  const bytes = () => readFileSync(`${file}-wal`);
  let [before, within, after] = [bytes(), bytes(), bytes()];
  for (const step of [...steps, { rows: steps.length, kept: true }]) {
    if (step === 'anew') {
      database.exec('PRAGMA wal_checkpoint(RESTART)');
      continue;
    }
    database.exec('BEGIN');
    for (let row = 0; row < step.rows; row++) {
      insert.run(next() % 500, Buffer.alloc(2000, next()));
    }
    [before, within] = [after, bytes()];
    database.exec(step.kept ? 'COMMIT' : 'ROLLBACK');
    after = bytes();
  }
  database.close();
  // A new header comes to the disk before anything else.
  before = Buffer.concat([after.subarray(0, HEADER), before.subarray(HEADER)]);
  return { page, before, within, after };
}

/** Where transactions of the log end. */
function ends({ page, after }: Log): number[] {
  const found: number[] = [];
  for (let at = HEADER; at + 24 + page <= after.length; at += 24 + page) {
    if (!after.subarray(at + 8, at + 16).equals(after.subarray(16, 24))) {
      break;
    }
    if (after.readUInt32BE(at + 4) > 0) {
      found.push(at + 24 + page);
    }
  }
  return found;
}

const damageIn = (bytes: Buffer) => damageInLog((at, length) => bytes.subarray(at, at + length));

function flipped(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[bit >> 3] ^= 1 << (bit & 7);
  return copy;
}

const holds = (property: (log: Log, next: () => number) => void) =>
  fc.assert(
    fc.property(logs, plan => {
      const next = () => plan.noise.next().value as number;
      property(written(plan, next), next);
    }),
    RUNS
  );

it('takes a log that is whole, or lost its end', () => {
  holds(({ after }, next) => {
    expect(damageIn(after)).toBeNull();
    for (let i = 0; i < 10; i++) {
      expect(damageIn(after.subarray(0, next() % after.length))).toBeNull();
    }
  });
}, 120_000);

it('takes a log of whose last transaction any sectors are on the disk', () => {
  holds(({ before, within, after }, next) => {
    for (let i = 0; i < 20; i++) {
      const torn = Buffer.alloc(after.length);
      let length = before.copy(torn);
      for (const written of [within, after]) {
        const share = next() % 100;
        for (let at = 0; at < written.length; at += SECTOR) {
          if (next() % 100 < share) {
            length = Math.max(length, at + written.copy(torn, at, at, at + SECTOR));
          }
        }
      }
      expect(damageIn(torn.subarray(0, length))).toBeNull();
    }
  });
}, 120_000);

it('takes a log of whose last transaction one sector is missing, or is all there is', () => {
  const file = join(temporaryFolder(), 'hub.sqlite');
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;
    CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB);
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 70)
      INSERT INTO t SELECT id, randomblob(2100) FROM n;
    PRAGMA wal_checkpoint(RESTART);`);
  /** A transaction of a frame for each row. */
  const write = (from: number, to: number) =>
    database.exec(`UPDATE t SET bytes = randomblob(2100) WHERE id BETWEEN ${from} AND ${to}`);
  // The headers of frames 42 and 63 lie across sectors: the older log ends a transaction there, or just before.
  write(1, 42);
  write(43, 62);
  write(63, 66);
  const before = readFileSync(`${file}-wal`);
  database.exec('PRAGMA wal_checkpoint(RESTART)');
  write(1, 70);
  const after = readFileSync(`${file}-wal`);
  database.close();
  const older = Buffer.concat([
    after.subarray(0, HEADER),
    before.subarray(HEADER),
    after.subarray(before.length)
  ]);
  for (let at = 0; at < after.length; at += SECTOR) {
    for (const [all, one] of [
      [after, older],
      [older, after]
    ]) {
      const torn = Buffer.from(all);
      one.copy(torn, at, at, at + SECTOR);
      expect(damageIn(torn), `sector at ${at}`).toBeNull();
    }
  }
}, 60_000);

it('finds every flipped bit of a transaction that four others follow', () => {
  let tried = 0;
  holds((log, next) => {
    const end = ends(log).at(-5);
    for (let i = 0; end !== undefined && i < 20; i++) {
      const bit = HEADER * 8 + (next() % ((end - HEADER) * 8));
      const frame = (bit >> 3) - (((bit >> 3) - HEADER) % (24 + log.page));
      expect(damageIn(flipped(log.after, bit))).toBe(frame);
      tried++;
    }
  });
  expect(tried).toBeGreaterThan(100);
}, 120_000);

it('finds nearly every flipped bit of a transaction that one other follows', () => {
  let tried = 0;
  let found = 0;
  holds((log, next) => {
    const [begin, end] = ends(log).slice(-3);
    for (let i = 0; end !== undefined && i < 20; i++) {
      const bit = begin * 8 + (next() % ((end - begin) * 8));
      found += damageIn(flipped(log.after, bit)) === null ? 0 : 1;
      tried++;
    }
  });
  expect(found / tried).toBeGreaterThan(0.6);
}, 120_000);

it('finds every flipped bit of the header, once a transaction ended', () => {
  holds(({ page, after }, next) => {
    for (let i = 0; i < 20; i++) {
      const bit = next() % (HEADER * 8);
      const isSize = bit >= 8 * 8 && bit < 12 * 8;
      if (!isSize || page === 4096) {
        expect(damageIn(flipped(after, bit))).toBe(0);
      }
    }
  });
}, 120_000);
