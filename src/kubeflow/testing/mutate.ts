import { isObject } from '../spec/is-object';

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const SPOILT = [null, '', 'x', 0, -1, 1e300, true, [], {}, ['x'], { x: {} }, '{{$}}', '__proto__', 'root'];

/** A copy with one place of it deleted, spoilt, renamed, or filled with what stands somewhere else. */
export function mutate<T>(value: T, next: () => number): T {
  const copy = structuredClone(value);
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const visit = (holder: unknown) => {
    if (isObject(holder) || Array.isArray(holder)) {
      for (const key of Object.keys(holder)) {
        places.push([holder as Record<string, unknown>, key]);
        visit((holder as Record<string, unknown>)[key]);
      }
    }
  };
  visit(copy);
  if (places.length === 0) {
    return copy;
  }
  const pick = <P>(from: readonly P[]): P => from[Math.floor(next() * from.length)];
  const [holder, key] = pick(places);
  const [other, otherKey] = pick(places);
  switch (Math.floor(next() * 5)) {
    case 0:
      remove(holder, key);
      break;
    case 1:
      holder[key] = structuredClone(pick(SPOILT));
      break;
    case 2:
      holder[key] = structuredClone(other[otherKey]);
      break;
    case 3:
      if (!Array.isArray(holder)) {
        Object.assign(holder, { [pick([`${key}-2`, otherKey, 'toString', ''])]: holder[key] });
        remove(holder, key);
      }
      break;
    default:
      if (!Array.isArray(holder)) {
        Object.assign(holder, { [otherKey]: structuredClone(other[otherKey]) });
      }
  }
  return copy;
}

function remove(holder: Record<string, unknown> | unknown[], key: string): void {
  if (Array.isArray(holder)) {
    holder.splice(Number(key), 1);
  } else {
    delete holder[key];
  }
}

/** The text with some of its bytes changed, left out, said twice, or cut off. */
export function spoil(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const length = Math.floor(next() ** 3 * 200) + 1;
  switch (Math.floor(next() * 4)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at + length) + text.slice(at);
    default:
      return text.slice(0, at) + String.fromCharCode(32 + Math.floor(next() * 95)) + text.slice(at + 1);
  }
}
