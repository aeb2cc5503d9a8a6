import type { NameUse } from '../facts';
import { isNamed, rootOf } from '../effects/paths';
import { valueOf } from '../values/value-of';
import type { LookUp } from './version';

/**
 * What made the temporary folder or file that a bound path lies in (`os.path.join(tmp, "a.csv")`, `tmp.name`,
 * `Path(mkdtemp())`): its name is only known once it is made, and only the step that makes it has what it holds.
 * @param makerOf the maker of a call of this name, aliases of imports resolved
 */
export function temporaryPlace(
  { path = [], unpacked }: NameUse,
  atEntry: LookUp,
  makerOf: (called: string) => string | undefined
): string | undefined {
  const made = path.map(part => {
    const name = isNamed(part) ? part.name : null;
    return name?.endsWith('()') ? makerOf(name.slice(0, -2)) : name && atEntry(rootOf(name))?.made;
  });
  const given = unpacked?.made.endsWith(PAIR) ? makerOf(unpacked.made) : undefined;
  return [...made, given].find(maker => maker && isTemporary(maker)) ?? undefined;
}

/** It gives a temporary file with its path. */
const PAIR = 'mkstemp';

const isTemporary = (maker: string): boolean =>
  maker.startsWith('tempfile.') && valueOf(maker)?.handle !== undefined;
