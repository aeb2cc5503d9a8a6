import type { Kept } from '../../pipeline';
import { isObject } from '../spec/is-object';
import { own, same } from './same';

/**
 * Puts what an import kept in place of what is written. An entry applies only where just that is written which the
 * import found: else the node was changed since, and the change stands.
 * @returns the new value, and for each entry whether it applies
 */
export function applyKept<T extends object>(
  written: T,
  kept: readonly Kept[]
): { value: T; applies: boolean[] } {
  let value: unknown = written;
  const applies = kept.map(({ at, is, was }) => {
    const fits = same(valueAt(value, at), was);
    if (fits) {
      value = replaced(value, at, is);
    }
    return fits;
  });
  return { value: value as T, applies };
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let here = value;
  for (const key of path) {
    here = isObject(here) ? own(here, key) : undefined;
  }
  return here;
}

/** A copy with another value at a path, or without it when that is undefined. */
function replaced(value: unknown, [key, ...rest]: readonly string[], is: unknown): unknown {
  if (key === undefined) {
    return is;
  }
  const members = isObject(value) ? value : {};
  const inner = replaced(own(members, key), rest, is);
  if (inner === undefined) {
    return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
  }
  return { ...members, [key]: inner };
}
