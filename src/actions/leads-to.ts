import type { Flow, FlowEdge } from '../flow';
import { siblings } from '../pipeline';

/** Many wires are tried against one flow while a user draws. */
const known = new WeakMap<readonly FlowEdge[], Followers>();

interface Followers {
  next: ReadonlyMap<string, readonly string[]>;
  reached: Map<string, ReadonlySet<string>>;
}

/** What runs after each node, as Kubeflow sees it: among the nodes of one group, groups standing for what they hold. */
function followersOf({ edges, pipeline }: Flow): Followers {
  const kept = known.get(edges);
  if (kept) {
    return kept;
  }
  const next = new Map<string, string[]>();
  for (const { source, target } of edges) {
    const pair = siblings(pipeline.nodes, source, target);
    if (pair) {
      const after = next.get(pair[0]) ?? [];
      after.push(pair[1]);
      next.set(pair[0], after);
    }
  }
  const found = { next, reached: new Map<string, ReadonlySet<string>>() };
  known.set(edges, found);
  return found;
}

/** Whether a path of edges, derived ones included, leads from one of two siblings to the other; each leads to itself. */
export function leadsTo(flow: Flow, from: string, to: string): boolean {
  const { next, reached } = followersOf(flow);
  const kept = reached.get(from);
  if (kept) {
    return kept.has(to);
  }
  const seen = new Set([from]);
  for (const id of seen) {
    next.get(id)?.forEach(target => seen.add(target));
  }
  reached.set(from, seen);
  return seen.has(to);
}
