import type { JsonObject } from '../file/json';
import { VERSION } from '../schema';

/** One step between versions of the file. Add one here for each change that old code would misread. */
export interface Migration {
  /** The version it reads; it writes the next. */
  from: number;
  /** What changed, in one sentence. */
  about: string;
  /** Takes a whole file and gives a new one; the version number is set by `migrate`. */
  up(file: JsonObject): JsonObject;
}

/** All steps, in order; version 1 is the first. */
export const MIGRATIONS: readonly Migration[] = [];

/** A file of an older version, brought to version `to` one step at a time. */
export function migrate(
  file: JsonObject,
  migrations: readonly Migration[] = MIGRATIONS,
  to: number = VERSION
): JsonObject {
  let current = file;
  for (let version = Number(file.weft); version < to; version++) {
    const step = migrations.find(migration => migration.from === version);
    if (!step) {
      throw new Error(`There is no migration from version ${version} of the pipeline file.`);
    }
    current = { ...step.up(current), weft: version + 1 };
  }
  return current;
}
