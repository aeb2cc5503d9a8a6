/**
 * Sorts ids so that each comes after all it depends on; among equals the smaller id first. What lies on or
 * behind a cycle comes last, by id.
 * @param before for each id, the ids that must come before it; ids not in `ids` are passed over
 */
export function topological(
  ids: readonly string[],
  before: ReadonlyMap<string, ReadonlySet<string>>
): string[] {
  const waiting = new Map<string, number>();
  const after = new Map<string, string[]>();
  const known = new Set(ids);
  for (const id of ids) {
    const sources = [...(before.get(id) ?? [])].filter(source => known.has(source));
    waiting.set(id, sources.length);
    for (const source of sources) {
      const next = after.get(source) ?? [];
      next.push(id);
      after.set(source, next);
    }
  }
  const sorted: string[] = [];
  let ready = ids.filter(id => waiting.get(id) === 0).sort();
  while (ready.length > 0) {
    const freed: string[] = [];
    for (const id of ready) {
      sorted.push(id);
      for (const next of after.get(id) ?? []) {
        const left = (waiting.get(next) ?? 0) - 1;
        waiting.set(next, left);
        if (left === 0) {
          freed.push(next);
        }
      }
    }
    ready = freed.sort();
  }
  const done = new Set(sorted);
  return [...sorted, ...ids.filter(id => !done.has(id)).sort()];
}

/**
 * The cycles of a graph: its strongly connected components of two or more ids, or of one that depends on itself
 * (Tarjan 1972). Ids of a cycle are listed in the order in which they depend on each other.
 */
export function cycles(ids: readonly string[], before: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const number = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const open = new Set<string>();
  const found: string[][] = [];
  const visit = (id: string): void => {
    number.set(id, number.size);
    low.set(id, number.get(id) as number);
    stack.push(id);
    open.add(id);
    for (const next of [...(before.get(id) ?? [])].sort()) {
      if (!number.has(next)) {
        visit(next);
        low.set(id, Math.min(low.get(id) as number, low.get(next) as number));
      } else if (open.has(next)) {
        low.set(id, Math.min(low.get(id) as number, number.get(next) as number));
      }
    }
    if (low.get(id) === number.get(id)) {
      const part = stack.splice(stack.lastIndexOf(id));
      part.forEach(member => open.delete(member));
      if (part.length > 1 || before.get(id)?.has(id)) {
        found.push(part.reverse());
      }
    }
  };
  [...ids].sort().forEach(id => number.has(id) || visit(id));
  return found;
}
