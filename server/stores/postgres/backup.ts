import { newEpoch } from '../engine';
import { BackupWriter, makeFile, readBackup, type Row, type Table, TABLES } from '../sqlite/backup-file';
import { StoreError } from '../store';
import { type Connections, type Query, queryOn } from './connections';

/** Types of columns that are no text. */
const TYPES: Record<string, string> = {
  head: 'bigint',
  seq: 'bigint',
  first: 'bigint',
  at: 'bigint',
  id: 'integer',
  bytes: 'bytea',
  state: 'bytea'
};
const typeOf = (table: Table, column: string) =>
  table === 'room' && column === 'id' ? 'text' : (TYPES[column] ?? 'text');

/** Rows that are read or written at once; versions hold whole pipelines. */
const ROWS: Record<Table, number> = { room: 1000, room_update: 1000, version: 8, share: 1000, record: 1000 };

/** In which order rows are to be written again. */
const ORDER: Record<Table, string> = {
  room: 'id',
  room_update: 'room, seq',
  version: 'room, id',
  share: 'room, username',
  record: 'room, id'
};

const entries = Object.entries(TABLES) as [Table, (typeof TABLES)[Table]][];

/** Writes all rooms as of one instant into a file. @throws StoreError */
export async function backup(connections: Connections, file: string): Promise<void> {
  await makeFile(file, async temporary => {
    const client = await connections.client();
    const writer = new BackupWriter(temporary);
    try {
      await connections.guarded(() => copy(queryOn(client), writer));
      writer.finish();
    } finally {
      writer.close();
      await client.end();
    }
  });
}

async function copy(query: Query, writer: BackupWriter): Promise<void> {
  await query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  for (const [table, { columns }] of entries) {
    await query(
      `DECLARE rows CURSOR FOR SELECT ${columns.join()} FROM weft.${table} ORDER BY ${ORDER[table]}`
    );
    let rows: Record<string, string | Buffer | null>[];
    do {
      rows = await query(`FETCH ${ROWS[table]} FROM rows`);
      writer.add(
        table,
        rows.map(row => columns.map(column => numbered(typeOf(table, column), row[column])))
      );
    } while (rows.length > 0);
    await query('CLOSE rows');
  }
  await query('COMMIT');
}

const numbered = (type: string, value: string | Buffer | null) => (type === 'bigint' ? Number(value) : value);

/** Takes all rooms from a backup into a database without any, under new epochs. @throws StoreError */
export async function restore(connections: Connections, file: string): Promise<void> {
  const client = await connections.client();
  try {
    await connections.guarded(async () => {
      const query = queryOn(client);
      await query('BEGIN');
      await query('LOCK TABLE weft.room IN EXCLUSIVE MODE');
      if ((await query('SELECT FROM weft.room LIMIT 1')).length > 0) {
        throw new StoreError('A backup can be restored only into a storage without rooms; use another one.');
      }
      for (const [table, rows] of chunks(file)) {
        await insert(query, table, rows);
      }
      await query('COMMIT');
    });
  } finally {
    await client.end();
  }
}

/** Rows of a table that follow each other. */
function* chunks(file: string): Generator<[Table, Row[]]> {
  let current: [Table, Row[]] | null = null;
  for (const [table, row] of readBackup(file)) {
    if (current && (current[0] !== table || current[1].length >= ROWS[table])) {
      yield current;
      current = null;
    }
    current ??= [table, []];
    current[1].push(row);
  }
  if (current) {
    yield current;
  }
}

async function insert(query: Query, table: Table, rows: Row[]): Promise<void> {
  const { columns } = TABLES[table];
  const values = columns.map((column, i) =>
    rows.map(row => (table === 'room' && column === 'epoch' ? newEpoch() : bufferOf(row[i])))
  );
  const arrays = columns.map((column, i) => `$${i + 1}::${typeOf(table, column)}[]`);
  await query(`INSERT INTO weft.${table} (${columns.join()}) SELECT * FROM unnest(${arrays.join()})`, values);
}

const bufferOf = (value: Row[number]) =>
  value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.length) : value;
