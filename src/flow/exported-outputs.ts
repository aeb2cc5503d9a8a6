import { isCells } from '../pipeline';
import type { FlowNode, FlowPort } from './flow';
import type { PortTypes } from './port-types';

/**
 * Gives every `cells` node its outputs: names that the user exports, and names that others take from it: inputs and
 * settings of nodes, outputs of groups and of the pipeline.
 */
export function exportOutputs(
  nodes: ReadonlyMap<string, FlowNode>,
  outputs: readonly FlowPort[],
  types: PortTypes
): void {
  const taken = takenNames(nodes, outputs);
  for (const [id, flowNode] of nodes) {
    if (!isCells(flowNode.node)) {
      continue;
    }
    const exported = new Set(Object.keys(flowNode.node.outputs ?? {}));
    const offered = new Set(flowNode.offers);
    const used = [...(taken.get(id) ?? [])].filter(name => offered.has(name));
    flowNode.outputs = [...new Set([...exported, ...used])].sort().map(name => ({
      name,
      type: types.output(id, name),
      derived: !exported.has(name),
      optional: false
    }));
  }
}

/** The names that are taken of each node, by its id. */
function takenNames(
  nodes: ReadonlyMap<string, FlowNode>,
  outputs: readonly FlowPort[]
): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  const take = ({ binding, sources = [] }: FlowPort) => {
    for (const from of binding ? [binding, ...sources] : sources) {
      if ('output' in from) {
        taken.set(from.node, (taken.get(from.node) ?? new Set()).add(from.output));
      }
    }
  };
  for (const node of nodes.values()) {
    node.inputs.forEach(take);
    node.outputs.forEach(take);
  }
  outputs.forEach(take);
  return taken;
}
