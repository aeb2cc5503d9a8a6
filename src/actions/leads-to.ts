import type { FlowEdge } from '../flow';

type Targets = ReadonlyMap<string, readonly string[]>;

/** Many wires are tried against one flow while a user draws. */
const known = new WeakMap<readonly FlowEdge[], Targets>();

function targetsOf(edges: readonly FlowEdge[]): Targets {
  const kept = known.get(edges);
  if (kept) {
    return kept;
  }
  const targets = new Map<string, string[]>();
  for (const { source, target } of edges) {
    targets.set(source, [...(targets.get(source) ?? []), target]);
  }
  known.set(edges, targets);
  return targets;
}

/** Whether a path of edges, derived ones included, leads from one node to another; a node leads to itself. */
export function leadsTo(edges: readonly FlowEdge[], from: string, to: string): boolean {
  const next = targetsOf(edges);
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) {
      return true;
    }
    next.get(id)?.forEach(target => seen.add(target));
  }
  return false;
}
