import { isContainer, isImporter, type Pipeline, type PipelineNode, type PortType } from '../pipeline';
import type { FlowNode, FlowPort } from './flow';
import { IMPORTED, outputType } from './port-types';

type Asked = ReadonlyMap<string, ReadonlyMap<string, PortType>>;

/** Entries in one order on every peer: that of their names. */
function byName<T>(ports: Record<string, T> = {}): [string, T][] {
  return Object.entries(ports).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Inputs of nodes that declare them. */
export function declaredInputs(node: PipelineNode): FlowPort[] {
  if (isImporter(node) && typeof node.uri !== 'string') {
    return [{ name: 'uri', type: 'string', binding: node.uri, derived: false, optional: false }];
  }
  return isContainer(node)
    ? byName(node.inputs).map(([name, { type, from, optional }]) => ({
        name,
        type,
        ...(from && { binding: from }),
        derived: false,
        optional: optional ?? false
      }))
    : [];
}

/** Outputs of nodes that declare them. */
export function declaredOutputs(node: PipelineNode): FlowPort[] {
  if (isImporter(node)) {
    return [{ name: IMPORTED, type: node.type, derived: false, optional: false }];
  }
  return isContainer(node)
    ? byName(node.outputs).map(([name, { type }]) => ({
        name,
        type,
        derived: false,
        optional: false
      }))
    : [];
}

/** Outputs of a `cells` node: names that the user exports, and names that other nodes take from it. */
export function exportedOutputs(
  id: string,
  flowNode: FlowNode,
  nodes: ReadonlyMap<string, FlowNode>,
  pipeline: Pipeline,
  asked: Asked
): FlowPort[] {
  const exported = new Set(Object.keys((flowNode.node as { outputs?: object }).outputs ?? {}));
  const taken = new Set<string>();
  for (const { inputs } of nodes.values()) {
    for (const { binding } of inputs) {
      if (binding && 'output' in binding && binding.node === id) {
        taken.add(binding.output);
      }
    }
  }
  const offered = new Set(flowNode.offers);
  const names = new Set([...exported, ...[...taken].filter(name => offered.has(name))]);
  return [...names].sort().map(name => ({
    name,
    type: outputType(pipeline, asked, id, name),
    derived: !exported.has(name),
    optional: false
  }));
}
