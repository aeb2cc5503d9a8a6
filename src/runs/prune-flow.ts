import type { Flow } from '../flow';
import { isNote } from '../pipeline';

/**
 * The flow with only these nodes, and notes, which compile to nothing. `ids` must hold all that its nodes depend
 * on, as `LocalPlan.run` does.
 */
export function pruneFlow(flow: Flow, ids: readonly string[]): Flow {
  const kept = new Set(ids);
  flow.nodes.forEach(({ node }, id) => isNote(node) && kept.add(id));
  const nodes = Object.entries(flow.pipeline.nodes).filter(([id]) => kept.has(id));
  return {
    ...flow,
    pipeline: { ...flow.pipeline, nodes: Object.fromEntries(nodes) },
    nodes: new Map([...flow.nodes].filter(([id]) => kept.has(id))),
    edges: flow.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
    order: flow.order.filter(id => kept.has(id)),
    cycles: flow.cycles.filter(cycle => cycle.every(id => kept.has(id)))
  };
}
