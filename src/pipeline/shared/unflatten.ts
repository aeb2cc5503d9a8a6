import { isObject } from '../file/json';
import { fromPointer } from '../file/json-pointer';
import { isInHead, type Shape, shapeOfKey } from './shape';

interface Branch {
  value?: unknown;
  inner: Map<string, Branch>;
}

/**
 * The value that entries make up: the inverse of `flatten`, and the same answer for any entries that
 * merging may leave. Undefined when they make up nothing.
 */
export function unflatten(entries: Iterable<[string, unknown]>, shape: Shape): unknown {
  const root: Branch = { inner: new Map() };
  for (const [pointer, value] of entries) {
    if (!pointer.startsWith('/')) {
      continue;
    }
    let branch = root;
    for (const key of fromPointer(pointer)) {
      const next = branch.inner.get(key) ?? { inner: new Map<string, Branch>() };
      branch.inner.set(key, next);
      branch = next;
    }
    branch.value = value;
  }
  return build(root, shape, true);
}

function build({ value, inner }: Branch, shape: Shape | undefined, isRoot = false): unknown {
  if (!shape || (value !== undefined && !isMark(value, shape))) {
    return value;
  }
  if (value === undefined && !isRoot && (inner.size === 0 || needsEntry(shape))) {
    return undefined;
  }
  if (shape.kind === 'list') {
    const items = [...inner].flatMap(([name, branch]) =>
      isItem(branch.value) ? [{ name, at: branch.value }] : []
    );
    items.sort((a, b) => a.at[0] - b.at[0] || (a.name < b.name ? -1 : 1));
    return items.map(({ at }) => at[1]);
  }
  const members = [...inner]
    .map(([key, branch]): [string, unknown] => [key, build(branch, shapeOfKey(shape, key))])
    .filter(([key, member]) => member !== undefined && !isInHead(shape, key));
  return members.length === 0 && value === undefined && !isRoot
    ? undefined
    : { ...(value as object), ...Object.fromEntries(members) };
}

function needsEntry(shape: Shape): boolean {
  return shape.kind === 'list' ? shape.required === true : shape.head !== undefined;
}

/** The entry of an object or list that is spread: of the right sort, and empty but for the head. */
function isMark(value: unknown, shape: Shape): boolean {
  return shape.kind === 'list'
    ? Array.isArray(value) && value.length === 0
    : isObject(value) && Object.keys(value).every(key => isInHead(shape, key));
}

function isItem(value: unknown): value is [number, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'number';
}
