import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf, UserError } from './failure';

/**
 * Writes a file whole or not at all: into a temporary file beside it, to the disk, then under its name. What is no
 * plain file, such as a pipe or /dev/stdout, is written to as it is.
 * @throws UserError that names the file and why it cannot be written; a plain file is then as it was
 */
export function writeWhole(path: string, text: string): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before && !before.isFile()) {
      writeFileSync(path, text);
    } else {
      replace(before ? realpathSync(path) : path, text, before?.mode);
    }
  } catch (error) {
    throw new UserError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}

function replace(path: string, text: string, mode: number | undefined): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = openSync(temporary, 'wx', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
