/** A directed edge with the id that decides which edge of a cycle goes. */
export interface Edge {
  id: string;
  from: string;
  to: string;
  /** It cannot be left out, and is when it closes a cycle of its like alone named all the same. */
  fixed?: boolean;
}

/**
 * The edges to leave out so that no cycle is left. Edges are taken from the greatest id to the smallest, and one
 * that would close a cycle with those taken before is left out: of the cycle that it would close, it has the
 * smallest id. Edges that cannot be left out are taken first. The answer depends on the set of edges alone, and no
 * edge goes without need.
 */
export function edgesThatCloseCycles<T extends Edge>(edges: readonly T[]): T[] {
  const tangled = withoutLooseEnds(edges);
  const next = new Map<string, string[]>();
  const dropped: T[] = [];
  for (const edge of tangled.sort(byRank)) {
    if (reaches(next, edge.to, edge.from)) {
      dropped.push(edge);
    } else {
      push(next, edge.from, edge.to);
    }
  }
  return dropped;
}

function byRank(a: Edge, b: Edge): number {
  if (Boolean(a.fixed) !== Boolean(b.fixed)) {
    return a.fixed ? -1 : 1;
  }
  return a.id < b.id ? 1 : -1;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key) ?? [];
  list.push(item);
  lists.set(key, list);
}

/** True when a path of edges leads from one node to another, or both are the same. */
export function reaches(next: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) {
      return true;
    }
    for (const neighbour of next.get(at) ?? []) {
      if (!seen.has(neighbour)) {
        seen.add(neighbour);
        open.push(neighbour);
      }
    }
  }
  return false;
}

/** The edges that may lie on a cycle: those with a way in that never begins, and a way out that never ends. */
function withoutLooseEnds<T extends Edge>(edges: readonly T[]): T[] {
  const entered = peel(
    edges,
    edge => edge.from,
    edge => edge.to
  );
  return peel(
    entered,
    edge => edge.to,
    edge => edge.from
  );
}

/** Removes, again and again, the edges whose near node no edge leads to. */
function peel<T extends Edge>(edges: readonly T[], near: (edge: T) => string, far: (edge: T) => string): T[] {
  const arrivals = new Map<string, number>();
  const leaving = new Map<string, T[]>();
  for (const edge of edges) {
    arrivals.set(far(edge), (arrivals.get(far(edge)) ?? 0) + 1);
    push(leaving, near(edge), edge);
  }
  const open = [...leaving.keys()].filter(node => !arrivals.has(node));
  const gone = new Set<T>();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const edge of leaving.get(node) ?? []) {
      gone.add(edge);
      const left = (arrivals.get(far(edge)) ?? 0) - 1;
      arrivals.set(far(edge), left);
      if (left === 0) {
        open.push(far(edge));
      }
    }
  }
  return edges.filter(edge => !gone.has(edge));
}
