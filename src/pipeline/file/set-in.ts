import { isObject } from './json';

/**
 * A copy of an object with the value at a path set, or removed when it is undefined. Objects on the way are
 * made, and removed again when nothing is left in them.
 */
export function setIn(
  target: unknown,
  [key, ...rest]: readonly string[],
  value: unknown
): Record<string, unknown> {
  const before = isObject(target) ? target : {};
  const inner = rest.length === 0 ? value : setIn(before[key], rest, value);
  const isGone =
    inner === undefined || (value === undefined && isObject(inner) && Object.keys(inner).length === 0);
  const others = Object.entries(before).filter(([name]) => name !== key);
  return Object.fromEntries(isGone ? others : [...others, [key, inner]]);
}
