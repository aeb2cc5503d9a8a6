import { isCode } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { FlowNode, FlowPort } from './flow';
import type { PortTypes } from './port-types';

/**
 * Gives every node that runs cells its outputs: names that the user exports, and names that others take from it: inputs and
 * settings of nodes, outputs of groups and of the pipeline.
 */
export function exportOutputs(
  nodes: ReadonlyMap<string, FlowNode>,
  outputs: readonly FlowPort[],
  plans: ReadonlyMap<string, PlannedNode>,
  types: PortTypes
): void {
  const taken = takenNames(nodes, outputs);
  const files = writtenFiles(plans);
  for (const [id, flowNode] of nodes) {
    if (!isCode(flowNode.node)) {
      continue;
    }
    const declared = flowNode.node.outputs ?? {};
    const exported = new Set(Object.keys(declared));
    const written = files.get(id) ?? new Map<string, string>();
    const offered = new Set([...flowNode.offers, ...written.keys()]);
    const used = [...(taken.get(id) ?? [])].filter(name => offered.has(name));
    flowNode.outputs = [...new Set([...exported, ...used])].sort().map(name => {
      const file = exported.has(name) ? declared[name].file : written.get(name);
      return {
        name,
        type: types.output(id, name),
        ...(file !== undefined && { file }),
        derived: !exported.has(name),
        optional: false
      };
    });
  }
}

/** The files that nodes write for others, by node and output. */
function writtenFiles(plans: ReadonlyMap<string, PlannedNode>): Map<string, Map<string, string>> {
  const written = new Map<string, Map<string, string>>();
  for (const { source, output, path } of [...plans.values()].flatMap(({ files }) => files)) {
    written.set(source, (written.get(source) ?? new Map<string, string>()).set(output, path));
  }
  return written;
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
