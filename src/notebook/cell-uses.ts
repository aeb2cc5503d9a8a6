import type { CellFacts, UseKind } from './facts';
import { isGiven, isHiddenState } from './names';

/** Names by how a cell uses them; each list is sorted. */
export type CellUses = Record<UseKind, string[]>;

const READS: ReadonlySet<UseKind> = new Set(['read', 'mayRead', 'readLate', 'readAnnotation']);
const CHANGES: ReadonlySet<UseKind> = new Set(['update', 'maybeUpdate']);

/**
 * How a cell uses names, as its neighbours see it: what it reads or changes after it bound that itself is its own
 * affair, and builtins are nobody's. Bodies of functions are told as read late, whoever calls them.
 */
export function cellUses({ statements }: CellFacts): CellUses {
  const found = new Map<UseKind, Set<string>>();
  const bound = new Set<string>();
  const add = (kind: UseKind, name: string) => found.set(kind, (found.get(kind) ?? new Set()).add(name));
  for (const { uses, functions } of statements) {
    const before = new Set(bound);
    for (const { kind, name } of uses) {
      const own = kind === 'readLate' ? bound.has(name) : before.has(name);
      if (isHiddenState(name) || ((READS.has(kind) || CHANGES.has(kind)) && (own || isGiven(name)))) {
        continue;
      }
      add(kind, name);
      if (kind === 'bind') {
        bound.add(name);
      } else if (kind === 'delete') {
        bound.delete(name);
      }
    }
    for (const { late } of functions) {
      late
        .filter(({ kind, name }) => READS.has(kind) && !isGiven(name))
        .forEach(({ name }) => add('readLate', name));
    }
  }
  const kinds = [
    'bind',
    'mayBind',
    'read',
    'mayRead',
    'readLate',
    'readAnnotation',
    'update',
    'maybeUpdate',
    'delete',
    'mayDelete'
  ] as const;
  const late = (name: string) => !bound.has(name);
  return Object.fromEntries(
    kinds.map(kind => {
      const names = [...(found.get(kind) ?? [])];
      return [kind, (kind === 'readLate' ? names.filter(late) : names).sort()];
    })
  ) as CellUses;
}
