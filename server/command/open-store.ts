import type { CommandLine } from './options';
import { UsageError } from './usage-error';
import { PostgresStore, SqliteStore, type Store } from '../stores';

/** The store of a command, by its options; the address of a database comes from the environment if it is there. */
export function openStore({ one }: Pick<CommandLine, 'one'>, env: NodeJS.ProcessEnv): Store {
  if (one('store') === 'postgres') {
    const [told, given] = [env.WEFT_DATABASE_URL || undefined, one('database-url')];
    if (told && given && told !== given) {
      throw new UsageError(
        '--database-url and the variable WEFT_DATABASE_URL differ; leave one of them out.'
      );
    }
    const url = told ?? given;
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
