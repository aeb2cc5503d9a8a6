import type { Flow, FlowCell, FlowEdge, FlowNode, FlowPort } from '../../flow';
import {
  type Binding,
  childrenByGroup,
  isCells,
  isGroup,
  isImporter,
  isNotebook,
  isStep,
  type Parameter,
  type PipelineNode,
  type PortType
} from '../../pipeline';

/** What a flow knows beyond the document. */
interface Found {
  name?: string;
  description?: string;
  parameters?: Record<string, Parameter>;
  /** Source of cells, by cell id. */
  sources?: Record<string, string>;
  /** Ports found in code, by node id. */
  derived?: Record<string, { inputs?: FlowPort[]; outputs?: FlowPort[] }>;
}

/** A flow made by hand, as `resolve` would give it for these nodes. */
export function buildFlow(nodes: Record<string, PipelineNode>, found: Found = {}): Flow {
  const built = new Map(
    Object.keys(nodes)
      .sort()
      .map(id => [id, buildNode(id, nodes[id], found)])
  );
  return {
    pipeline: {
      weft: 1,
      id: 'test',
      name: found.name ?? 'test-pipeline',
      ...(found.description !== undefined && { description: found.description }),
      parameters: found.parameters ?? {},
      nodes,
      layout: {}
    },
    repairs: [],
    nodes: built,
    children: childrenByGroup(nodes),
    outputs: [],
    edges: [...built.values()].flatMap(edgesOf),
    order: Object.keys(nodes),
    cycles: [],
    faults: new Map()
  };
}

/** An input or output found in code. */
export const port = (name: string, type: PortType = 'Artifact', binding?: Binding): FlowPort => ({
  name,
  type,
  ...(binding && { binding }),
  derived: true,
  optional: false
});

function buildNode(id: string, node: PipelineNode, { sources = {}, derived = {} }: Found): FlowNode {
  const { inputs = [], outputs = [] } = derived[id] ?? {};
  return {
    id,
    node,
    title: node.title || id,
    inputs: [...declared(node, 'inputs'), ...inputs],
    outputs: [...declared(node, 'outputs'), ...outputs],
    cells: cellsOf(node, sources),
    prelude: [],
    clashes: [],
    imports: [],
    requirements: [],
    offers: [],
    made: {},
    writes: [],
    literals: [],
    names: [],
    magics: false
  };
}

/** Of a whole notebook: the one cell that all of them hold here. */
function cellsOf(node: PipelineNode, sources: Record<string, string>): FlowCell[] {
  if (isNotebook(node)) {
    return [{ ref: { id: 'c', hash: 'h' }, state: 'ok', index: 0, source: 'x = 1' }];
  }
  return isCells(node)
    ? node.cells.map((ref, index): FlowCell => {
        const source = sources[ref.id];
        return { ref, state: source === undefined ? 'missing' : 'ok', index, source: source ?? '' };
      })
    : [];
}

function declared(node: PipelineNode, side: 'inputs' | 'outputs'): FlowPort[] {
  if (isImporter(node)) {
    return side === 'outputs' ? [{ ...port('artifact', node.type), derived: false }] : [];
  }
  if (isGroup(node) && side === 'outputs') {
    return Object.entries(node.outputs ?? {}).map(([name, { type, from }]) => ({
      ...port(name, type),
      sources: Array.isArray(from) ? from : [from],
      derived: false
    }));
  }
  const ports: Record<string, { type?: PortType; from?: Binding; optional?: boolean; removed?: boolean }> =
    isStep(node) || isGroup(node) ? (node[side] ?? {}) : {};
  return Object.entries(ports)
    .filter(([, { removed }]) => !removed)
    .map(([name, { type, from, optional = false }]) => ({
      ...port(name, type, from),
      derived: false,
      optional
    }));
}

function edgesOf({ id, node, inputs }: FlowNode): FlowEdge[] {
  const common = { target: id, derived: false, stale: false };
  const data = inputs.flatMap(({ name, binding }): FlowEdge[] =>
    binding && 'output' in binding
      ? [
          {
            ...common,
            id: `${binding.node}-${id}-${name}`,
            source: binding.node,
            sourcePort: binding.output,
            targetPort: name,
            kind: 'data'
          }
        ]
      : []
  );
  const after = 'after' in node && Array.isArray(node.after) ? (node.after as string[]) : [];
  return [
    ...data,
    ...after.map((source): FlowEdge => ({ ...common, id: `${source}-${id}`, source, kind: 'order' }))
  ];
}
