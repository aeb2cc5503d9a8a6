import type * as Y from 'yjs';
import { isObject } from '../file/json';

/** The key of a wrapping object; no setting of a pipeline has it. */
const WRAPPED = '\0';

/**
 * A value as an entry of a Y.Map holds it. Yjs tells sorts of values by their member `constructor`, so an object that
 * has a key of this name is wrapped in another.
 */
export function toEntry(value: unknown): unknown {
  return isObject(value) && Object.hasOwn(value, 'constructor') ? { [WRAPPED]: value } : value;
}

/** The value that an entry holds. */
export function fromEntry(entry: unknown): unknown {
  return isObject(entry) && Object.hasOwn(entry, WRAPPED) ? entry[WRAPPED] : entry;
}

/**
 * All values of a map, by key. A value that was removed is `undefined` and stays in the map as that: Yjs brings nothing
 * back for who undoes the removal of a key that was set again since, but it does bring back what another value followed.
 */
export function valuesOf(map: Y.Map<unknown>): [string, unknown][] {
  return [...map.entries()].flatMap(([key, entry]) => (entry === undefined ? [] : [[key, fromEntry(entry)]]));
}
