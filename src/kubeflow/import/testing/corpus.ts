import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Real specs of many releases of the SDK: a folder named by WEFT_CORPUS, or where this project keeps them. */
const FOLDER = process.env.WEFT_CORPUS ?? '/work/shared/corpus/ir';

/** The texts of the corpus by file name; undefined, and a reason on standard error, when there is none. */
export function corpus(): Map<string, string> | undefined {
  if (!existsSync(FOLDER)) {
    process.stderr.write(`Skipped: there are no specs in ${FOLDER}; name a folder of them by WEFT_CORPUS.\n`);
    return undefined;
  }
  const names = readdirSync(FOLDER).filter(name => /\.(ya?ml|json)$/.test(name));
  return new Map(names.sort().map(name => [name, readFileSync(join(FOLDER, name), 'utf8')]));
}
