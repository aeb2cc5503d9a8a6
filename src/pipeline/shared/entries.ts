import type * as Y from 'yjs';
import { toPointer } from '../file/json-pointer';
import { setIn } from '../file/set-in';
import { canonicalJson } from '../file/write-pipeline';
import { fromEntry, toEntry, valuesOf } from './entry-value';
import { flatten } from './flatten';
import { isInHead, type Shape, shapeOfKey } from './shape';

/**
 * Makes the entries under a path those of a value, or removes them when it is undefined, and writes no entry
 * that is right already.
 * @returns whether anything was written.
 */
export function writeEntries(
  map: Y.Map<unknown>,
  shape: Shape,
  path: readonly string[],
  value: unknown
): boolean {
  const { leaf, leafShape, isHead } = findLeaf(shape, path);
  const pointer = toPointer(leaf);
  if (isHead) {
    return writeEntry(map, pointer, setIn(valueAt(map, pointer), path.slice(leaf.length), value));
  }
  const whole =
    leaf.length < path.length ? setIn(valueAt(map, pointer), path.slice(leaf.length), value) : value;
  const wanted =
    whole === undefined
      ? new Map<string, unknown>()
      : flatten(whole, leafShape, leaf, at => placeAt(map, at));
  if (wanted.size > 0) {
    markAncestors(shape, leaf, wanted, map);
  }
  let wrote = false;
  for (const [key] of valuesOf(map)) {
    const isInside = key === pointer || key.startsWith(pointer + '/');
    if (isInside && !wanted.has(key)) {
      map.set(key, undefined);
      wrote = true;
    }
  }
  for (const [key, entry] of wanted) {
    wrote = writeEntry(map, key, entry) || wrote;
  }
  return wrote;
}

/** Sets or removes one entry; an entry that is right already is not written. */
export function writeEntry(map: Y.Map<unknown>, key: string, value: unknown): boolean {
  const present = valueAt(map, key);
  const isRight =
    present === undefined || value === undefined
      ? present === value
      : canonicalJson(present) === canonicalJson(value);
  if (!isRight) {
    map.set(key, toEntry(value));
  }
  return !isRight;
}

interface Leaf {
  leaf: readonly string[];
  leafShape: Shape | undefined;
  /** What comes after stands in the head of the value at `leaf`. */
  isHead: boolean;
}

/** The longest start of a path that has entries of its own; what comes after is inside one of them. */
function findLeaf(shape: Shape, path: readonly string[]): Leaf {
  let leafShape: Shape | undefined = shape;
  for (let length = 0; length < path.length; length++) {
    const isHead = isInHead(leafShape, path[length]);
    if (isHead || leafShape?.kind !== 'object') {
      return { leaf: path.slice(0, length), leafShape, isHead };
    }
    leafShape = shapeOfKey(leafShape, path[length]);
  }
  return { leaf: path, leafShape, isHead: false };
}

/** Adds the entries that the objects around a path need to be there. */
function markAncestors(
  shape: Shape,
  path: readonly string[],
  wanted: Map<string, unknown>,
  map: Y.Map<unknown>
): void {
  let around: Shape | undefined = shape;
  for (let length = 1; length < path.length; length++) {
    around = shapeOfKey(around, path[length - 1]);
    const pointer = toPointer(path.slice(0, length));
    if (around?.kind === 'object' && (around.head || valueAt(map, pointer) !== undefined)) {
      wanted.set(pointer, valueAt(map, pointer) ?? {});
    }
  }
}

const valueAt = (map: Y.Map<unknown>, key: string) => fromEntry(map.get(key));

function placeAt(map: Y.Map<unknown>, pointer: string): number | undefined {
  const item = valueAt(map, pointer);
  return Array.isArray(item) && typeof item[0] === 'number' ? item[0] : undefined;
}
