import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { StoreError } from '../store';
import { damageInLog } from './write-ahead-log';

/**
 * Refuses files that SQLite would open without a word and without edits that were acknowledged. To be called before it
 * opens them: it merges what it can read of a log into the file, and deletes the rest.
 *
 * @throws StoreError
 */
export function refuseDamage(path: string): void {
  const log = `${path}-wal`;
  if (sizeOf(log) > 0 && sizeOf(path) === 0) {
    throw new StoreError(
      `${path} is empty or gone, but its log ${log} is not; keep the log, and restore a backup into another folder.`
    );
  }
  const damage = damageIn(log);
  // Another hub may have written while it was read: what it wrote is whole when it is read once more.
  if (damage !== null && damageIn(log) === damage) {
    throw new StoreError(
      `${log} is damaged at byte ${damage}, and edits that were acknowledged are behind it; keep the files, and ` +
        'restore a backup into another folder.'
    );
  }
}

/** Size in bytes; 0 where there is none. */
const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function damageIn(log: string): number | null {
  const handle = opened(log);
  if (handle === null) {
    return null;
  }
  try {
    return damageInLog((offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(handle, bytes, 0, length, offset));
    });
  } finally {
    closeSync(handle);
  }
}

/** A file to be read; `null` where there is none, as when another hub has just ended. */
function opened(file: string): number | null {
  try {
    return openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return null;
    }
    throw error;
  }
}
