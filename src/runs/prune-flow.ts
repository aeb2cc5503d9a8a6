import type { Flow } from '../flow';
import { isNote } from '../pipeline';

/**
 * The flow with only these nodes, the groups around them, and notes, which compile to nothing. `ids` must hold all
 * that its nodes depend on, as `LocalPlan.run` does.
 */
export function pruneFlow(flow: Flow, ids: readonly string[]): Flow {
  const kept = new Set<string>();
  for (const id of ids) {
    for (let at: string | undefined = id; at !== undefined && !kept.has(at);) {
      kept.add(at);
      at = flow.nodes.get(at)?.node.group;
    }
  }
  flow.nodes.forEach(({ node }, id) => isNote(node) && kept.add(id));
  const outputs = flow.outputs.filter(({ sources = [] }) =>
    sources.every(source => !('node' in source) || kept.has(source.node))
  );
  const given = new Set(outputs.map(({ name }) => name));
  const nodes = Object.entries(flow.pipeline.nodes).filter(([id]) => kept.has(id));
  const { outputs: drawn, ...pipeline } = flow.pipeline;
  return {
    ...flow,
    pipeline: {
      ...pipeline,
      nodes: Object.fromEntries(nodes),
      ...(drawn && { outputs: Object.fromEntries(Object.entries(drawn).filter(([name]) => given.has(name))) })
    },
    nodes: new Map([...flow.nodes].filter(([id]) => kept.has(id))),
    children: new Map(
      [...flow.children].map(([group, inner]) => [group, inner.filter(id => kept.has(id))] as const)
    ),
    outputs,
    edges: flow.edges.filter(({ source, target }) => kept.has(source) && kept.has(target)),
    order: flow.order.filter(id => kept.has(id)),
    cycles: flow.cycles.filter(cycle => cycle.every(id => kept.has(id)))
  };
}
