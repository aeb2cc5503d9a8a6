import { isObject } from './json';

/** A copy of an object with the value at a path set, or removed when it is undefined; objects on the way are made. */
export function setIn(
  target: unknown,
  [key, ...rest]: readonly string[],
  value: unknown
): Record<string, unknown> {
  const before = isObject(target) ? target : {};
  const inner = rest.length === 0 ? value : setIn(before[key], rest, value);
  const others = Object.entries(before).filter(([name]) => name !== key);
  return Object.fromEntries(inner === undefined ? others : [...others, [key, inner]]);
}
