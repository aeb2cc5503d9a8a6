import { resolve } from 'node:path';
import { askForBackup } from './backup-socket';
import { dataFolder, openStore } from './open-store';
import type { CommandLine } from './options';

/** Copies all rooms into a file: by the hub that runs, or from the store that no hub has open. */
export async function backup(line: CommandLine, env: NodeJS.ProcessEnv): Promise<void> {
  const file = resolve(line.file);
  if (line.one('store') === 'sqlite' && (await askForBackup(dataFolder(line), file))) {
    return;
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
  const store = openStore(line, env);
  try {
    await store.restore(resolve(line.file));
  } finally {
    await store.close();
  }
}
