import { resolve } from 'node:path';
import { checkBackup, hasSqliteFile, StoreError } from '../stores';
import { askForBackup } from './backup-socket';
import { dataFolder, openStore } from './open-store';
import type { CommandLine } from './options';

/** Copies all rooms into a file: by the hub that runs, or from the store that no hub has open. */
export async function backup(line: CommandLine, env: NodeJS.ProcessEnv): Promise<void> {
  const file = resolve(line.file);
  if (line.one('store') === 'sqlite') {
    const folder = dataFolder(line);
    if (await askForBackup(folder, file)) {
      return;
    }
    if (!hasSqliteFile(folder)) {
      throw new StoreError(
        `There is no store in ${resolve(folder)}; name the folder that the hub has as --data.`
      );
    }
  }
  const store = openStore(line, env);
  try {
    await store.backup(file);
  } finally {
    await store.close();
  }
}

/** Fills an empty store from a backup; no hub may have the store of a folder open meanwhile. */
export async function restore(line: CommandLine, env: NodeJS.ProcessEnv): Promise<void> {
  const file = resolve(line.file);
  checkBackup(file); // an unreadable one must not leave a new store behind
  const store = openStore(line, env);
  try {
    await store.restore(file);
  } finally {
    await store.close();
  }
}
