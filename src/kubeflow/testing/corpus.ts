import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real specs of many releases of the SDK: a folder named by WEFT_CORPUS. */
const FOLDER = process.env.WEFT_CORPUS ?? '';

/** The texts of the corpus by file name; undefined, and a reason on standard error, when there is none. */
export function corpus(): Map<string, string> | undefined {
  if (!existsSync(FOLDER)) {
    process.stderr.write(`Skipped: WEFT_CORPUS names no folder of specs.\n`);
    return undefined;
  }
  const names = readdirSync(FOLDER).filter(name => /\.(ya?ml|json)$/.test(name));
  return new Map(names.sort().map(name => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}
