import { type CommandLine, UsageError } from './options';
import { PostgresStore, SqliteStore, type Store } from '../stores';

/** The store of a command, by its options; the address of a database comes from the environment if it is there. */
export function openStore({ one }: Pick<CommandLine, 'one'>, env: NodeJS.ProcessEnv): Store {
  if (one('store') === 'postgres') {
    const url = env.WEFT_DATABASE_URL || one('database-url');
    if (!url) {
      throw new UsageError('--store postgres needs the variable WEFT_DATABASE_URL, or --database-url.');
    }
    return new PostgresStore(url);
  }
  return new SqliteStore(dataFolder({ one }));
}

/** The folder of the sqlite store. @throws UsageError */
export function dataFolder({ one }: Pick<CommandLine, 'one'>): string {
  const folder = one('data');
  if (!folder) {
    throw new UsageError('--store sqlite needs --data DIR, the folder for its file.');
  }
  return folder;
}
