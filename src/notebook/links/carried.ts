import type { ResolvedUse, Version } from './version';
import { isHoisted } from './version';

const NONE: ReadonlySet<Version> = new Set();

/**
 * The classes and functions of the notebook that a value may hold: those that went into making it, by any number of
 * values between. Pickle stores them by name alone, so whoever reads the value must have them. A function that is
 * only called leaves nothing of itself in the result.
 */
export function carriedDefinitions(uses: readonly ResolvedUse[]): (version: Version) => ReadonlySet<Version> {
  const carried = new Map<string, Set<Version>>();
  const at = ({ cell, statement }: Version | ResolvedUse) => carried.get(`${cell} ${statement}`) ?? NONE;
  for (let grew = true; grew;) {
    grew = false;
    for (const use of uses) {
      const brought = broughtBy(use, at);
      if (brought.length > 0) {
        const key = `${use.cell} ${use.statement}`;
        const known = carried.get(key) ?? new Set();
        const before = known.size;
        brought.forEach(definition => known.add(definition));
        carried.set(key, known);
        grew ||= known.size > before;
      }
    }
  }
  return at;
}

function broughtBy(
  { version, kind, called }: ResolvedUse,
  at: (version: Version) => ReadonlySet<Version>
): readonly Version[] {
  if (!version || kind === 'readAnnotation') {
    return [];
  }
  if (!isHoisted(version)) {
    return [...at(version)];
  }
  // a class goes with its bases
  return version.kind === 'class'
    ? [version, ...at(version)]
    : version.kind === 'function' && !called
      ? [version]
      : [];
}
