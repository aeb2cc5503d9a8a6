import { isObject } from '../file/json';
import { canonicalJson } from '../file/write-pipeline';
import { type Shape, shapeOfKey } from '../shared/shape';

/** A value that both sides changed, each to something else. An absent side is one that took the value away. */
export interface Conflict {
  path: readonly string[];
  base?: unknown;
  ours?: unknown;
  theirs?: unknown;
}

/** What three versions of one value make. */
export interface MergedValue {
  /** With our side of each conflict. */
  ours: unknown;
  /** With their side of each conflict; the same object when there is none. */
  theirs: unknown;
  conflicts: Conflict[];
}

/**
 * Merges two versions of a value that come from one base; undefined stands for an absent value. What is edited on
 * its own (by its shape, as in live editing) merges on its own; lists whose items have names merge by item, ours
 * first. A value that both sides changed differently is a conflict.
 */
export function mergeValues(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  shape: Shape | undefined,
  path: readonly string[] = []
): MergedValue {
  if (same(ours, theirs) || same(base, theirs)) {
    return agreed(ours);
  }
  if (same(base, ours)) {
    return agreed(theirs);
  }
  if (shape?.kind === 'object' && isObject(ours) && isObject(theirs)) {
    return mergeMembers(isObject(base) ? base : {}, ours, theirs, shape, path);
  }
  const items = shape?.kind === 'list' ? mergeItems(base, ours, theirs, shape.nameOf) : undefined;
  return items ? agreed(items) : { ours, theirs, conflicts: [{ path, base, ours, theirs }] };
}

const agreed = (value: unknown): MergedValue => ({ ours: value, theirs: value, conflicts: [] });

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

type Members = Record<string, unknown>;

function mergeMembers(
  base: Members,
  ours: Members,
  theirs: Members,
  shape: Shape,
  path: readonly string[]
): MergedValue {
  const own = (members: Members, key: string) => (Object.hasOwn(members, key) ? members[key] : undefined);
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  const merged = keys.map(key => {
    const values = [base, ours, theirs].map(members => own(members, key));
    const inner = mergeValues(values[0], values[1], values[2], shapeOfKey(shape, key), [...path, key]);
    return { key, ...inner };
  });
  const side = (which: 'ours' | 'theirs') =>
    Object.fromEntries(merged.flatMap(each => (each[which] === undefined ? [] : [[each.key, each[which]]])));
  const conflicts = merged.flatMap(each => each.conflicts);
  const result = side('ours');
  return { ours: result, theirs: conflicts.length ? side('theirs') : result, conflicts };
}

type NameOf = (item: unknown) => string | undefined;

/** Our items without those that they removed, then those that they added; undefined when it takes a decision. */
function mergeItems(base: unknown, ours: unknown, theirs: unknown, nameOf: NameOf): unknown[] | undefined {
  const [from, mine, other] = [base ?? [], ours ?? [], theirs ?? []].map(list => byName(list, nameOf));
  if (!from || !mine || !other) {
    return undefined;
  }
  const merged: unknown[] = [];
  for (const name of [...mine.keys(), ...[...other.keys()].filter(key => !mine.has(key))]) {
    const item = mergeValues(from.get(name), mine.get(name), other.get(name), undefined);
    if (item.conflicts.length) {
      return undefined;
    }
    if (item.ours !== undefined) {
      merged.push(item.ours);
    }
  }
  return merged;
}

function byName(list: unknown, nameOf: NameOf): Map<string, unknown> | undefined {
  if (!Array.isArray(list)) {
    return undefined;
  }
  const named = new Map(list.map((item: unknown) => [nameOf(item), item]));
  return named.has(undefined) || named.size < list.length ? undefined : (named as Map<string, unknown>);
}
