import { isObject } from '../file/json';
import { canonicalJson } from '../file/write-pipeline';
import { type Shape, shapeOfKey } from '../shared/shape';

/** One difference between two values. Absent `before`: added; absent `after`: removed. */
export interface Change {
  path: readonly string[];
  before?: unknown;
  after?: unknown;
}

/** Objects are looked into all the way down; lists are one value. */
export const DEEP: Shape = {
  kind: 'object',
  get each() {
    return DEEP;
  }
};

/**
 * What differs between two values, as far in as their shape says that things are edited on their own; items of a
 * list that have names differ one by one. Ordered by path.
 */
export function diffValues(
  before: unknown,
  after: unknown,
  shape: Shape | undefined,
  path: readonly string[] = []
): Change[] {
  if (canonicalJson(before) === canonicalJson(after)) {
    return [];
  }
  const parts = shape && partsOf(before, after, shape);
  if (!parts) {
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
  }
  const changes = [...parts.keys()].sort().flatMap(key => {
    const [was, is] = parts.get(key) ?? [];
    const inner = shape.kind === 'object' ? shapeOfKey(shape, key) : undefined;
    return diffValues(was, is, inner, [...path, key]);
  });
  // the same items in another order
  return changes.length ? changes : [{ path, before, after }];
}

type Parts = Map<string, [before: unknown, after: unknown]>;

/** Both values by the names of their members or items; undefined when they are looked at as a whole. */
function partsOf(before: unknown, after: unknown, shape: Shape): Parts | undefined {
  const [was, is] = [before, after].map(value =>
    shape.kind === 'object' ? membersOf(value) : itemsOf(value, shape.nameOf)
  );
  if (!was || !is) {
    return undefined;
  }
  return new Map([...was.keys(), ...is.keys()].map(key => [key, [was.get(key), is.get(key)]]));
}

const membersOf = (value: unknown) => (isObject(value) ? new Map(Object.entries(value)) : undefined);

function itemsOf(
  list: unknown,
  nameOf: (item: unknown) => string | undefined
): Map<string, unknown> | undefined {
  if (!Array.isArray(list)) {
    return undefined;
  }
  const named = list.flatMap((item: unknown): [string, unknown][] => {
    const name = nameOf(item);
    return name === undefined ? [] : [[name, item]];
  });
  const items = new Map(named);
  return items.size === list.length ? items : undefined;
}
