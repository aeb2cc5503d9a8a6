import type { Pipeline } from '../schema';

/** The nodes with these ids and all that is inside them, in the order of the pipeline; unknown ids are left out. */
export function withDescendants(nodes: Pipeline['nodes'], ids: Iterable<string>): Set<string> {
  const chosen = new Set(ids);
  const isInside = (id: string) => {
    const passed = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !passed.has(at);) {
      if (chosen.has(at)) {
        return true;
      }
      passed.add(at);
      at = Object.hasOwn(nodes, at) ? nodes[at].group : undefined;
    }
    return false;
  };
  return new Set(Object.keys(nodes).filter(isInside));
}
