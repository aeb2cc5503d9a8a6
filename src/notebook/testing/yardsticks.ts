import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BESIDE = new URL('../../../../', import.meta.url);

/**
 * The folder of records of other tools and people: `WEFT_YARDSTICKS`, or a folder `yardsticks` in one beside the
 * checkout; undefined, and said so, where there is neither.
 */
export function yardsticks(): URL | undefined {
  const named = process.env.WEFT_YARDSTICKS;
  const found = named
    ? pathToFileURL(`${named}/`)
    : readdirSync(fileURLToPath(BESIDE))
        .map(name => new URL(`${name}/yardsticks/`, BESIDE))
        .find(folder => existsSync(folder));
  if (!found || !existsSync(found)) {
    process.stdout.write('skipped: there are no yardsticks beside this checkout, nor at WEFT_YARDSTICKS\n');
    return undefined;
  }
  return found;
}
