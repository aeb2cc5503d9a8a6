import { isObject } from '../file/json';
import { toPointer } from '../file/json-pointer';
import { isInHead, type Shape, shapeOfKey } from './shape';

/**
 * The entries of a value, by JSON Pointer. An object or list that is spread has an entry of its own (`{}` or `[]`)
 * when it is empty or its shape asks for one, which then holds the head; an item of a list is `[place, item]`.
 * @param placeOf The place an item of a list has now, to be kept where the order allows it.
 */
export function flatten(
  value: unknown,
  shape: Shape | undefined,
  path: readonly string[] = [],
  placeOf: (pointer: string) => number | undefined = () => undefined
): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  const walk = (part: unknown, partShape: Shape | undefined, partPath: readonly string[]): void => {
    if (partShape?.kind === 'object' && isObject(part)) {
      const keys = Object.keys(part).filter(key => part[key] !== undefined);
      const isHead = (key: string) => isInHead(partShape, key);
      if (partPath.length > 0 && (partShape.head || keys.length === 0)) {
        const head = keys.filter(isHead).map(key => [key, copy(part[key])]);
        entries.set(toPointer(partPath), Object.fromEntries(head));
      }
      for (const key of keys.filter(name => !isHead(name)).sort()) {
        walk(part[key], shapeOfKey(partShape, key), [...partPath, key]);
      }
      return;
    }
    const names = partShape?.kind === 'list' && Array.isArray(part) ? part.map(partShape.nameOf) : undefined;
    if (names?.length && !names.includes(undefined) && new Set(names).size === names.length) {
      if (partShape?.kind === 'list' && partShape.required) {
        entries.set(toPointer(partPath), []);
      }
      let place = -1;
      names.forEach((name, index) => {
        const pointer = toPointer([...partPath, name ?? '']);
        place = Math.max(place + 1, placeOf(pointer) ?? 0);
        entries.set(pointer, [place, copy((part as unknown[])[index])]);
      });
      return;
    }
    entries.set(toPointer(partPath), copy(part));
  };
  walk(value, shape, path);
  return entries;
}

/** A value as JSON keeps it, shared with nobody. */
function copy(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;
}
