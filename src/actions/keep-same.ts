/**
 * `next`, with every part that equals its counterpart in `previous` replaced by that counterpart, so that views
 * can compare by identity. Plain objects, arrays and maps are looked into; anything else is compared by `Object.is`.
 */
export function keepSame<T>(previous: unknown, next: T): T {
  if (Object.is(previous, next)) {
    return next;
  }
  if (Array.isArray(previous) && Array.isArray(next)) {
    return keepArray(previous, next) as T;
  }
  if (previous instanceof Map && next instanceof Map) {
    return keepMap(previous, next) as T;
  }
  if (isPlain(previous) && isPlain(next)) {
    return keepObject(previous, next) as T;
  }
  return next;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function keepArray(previous: unknown[], next: unknown[]): unknown[] {
  const kept = next.map((value, i) => keepSame(previous[i], value));
  return previous.length === kept.length && kept.every((value, i) => value === previous[i]) ? previous : kept;
}

function keepMap(previous: Map<unknown, unknown>, next: Map<unknown, unknown>): Map<unknown, unknown> {
  const kept = new Map([...next].map(([key, value]) => [key, keepSame(previous.get(key), value)]));
  const order = [...previous.keys()];
  const same =
    previous.size === kept.size &&
    [...kept].every(([key, value], i) => order[i] === key && previous.get(key) === value);
  return same ? previous : kept;
}

function keepObject(
  previous: Record<string, unknown>,
  next: Record<string, unknown>
): Record<string, unknown> {
  const keys = Object.keys(next);
  const kept = Object.fromEntries(keys.map(key => [key, keepSame(previous[key], next[key])]));
  const same =
    Object.keys(previous).length === keys.length &&
    keys.every(key => key in previous && Object.is(kept[key], previous[key]));
  return same ? previous : kept;
}
