import { isObject } from './json';

/**
 * A copy of an object or list with the value at a path set, or removed when it is undefined. Objects on the way
 * are made, and removed again when nothing is left in them.
 */
export function setIn<T = Record<string, unknown>>(
  target: unknown,
  [key, ...rest]: readonly string[],
  value: unknown
): T {
  if (Array.isArray(target) && /^\d+$/.test(key)) {
    const items: unknown[] = [...(target as unknown[])];
    const index = Math.min(Number(key), items.length);
    const item = inner(items[index], rest, value);
    items.splice(index, 1, ...(item === undefined ? [] : [item]));
    return items as T;
  }
  const before = isObject(target) ? target : {};
  const member = inner(before[key], rest, value);
  const entries = new Map(Object.entries(before));
  if (member === undefined) {
    entries.delete(key);
  } else {
    entries.set(key, member);
  }
  return Object.fromEntries(entries) as T;
}

function inner(before: unknown, path: readonly string[], value: unknown): unknown {
  if (path.length === 0) {
    return value;
  }
  const after: unknown = setIn(before, path, value);
  const isGone = value === undefined && isObject(after) && Object.keys(after).length === 0;
  return isGone ? undefined : after;
}
