import { edgeId, type Flow, type FlowNode } from '../../flow';
import { childrenByGroup, type PipelineNode } from '../../pipeline';

export const CELLS: PipelineNode = { kind: 'cells', notebook: 'a.ipynb', cells: [] };
export const CONTAINER: PipelineNode = { kind: 'container', image: 'score:1' };

/** A flow of nodes in the order given, each with the ids that it depends on. */
export function flowOf(
  nodes: Record<string, [node: PipelineNode, ...before: string[]]>,
  cycles: string[][] = []
): Flow {
  const drawn = Object.fromEntries(Object.entries(nodes).map(([id, [node]]) => [id, node]));
  return {
    pipeline: { weft: 1, id: 'p', name: 'demo', parameters: {}, nodes: drawn, layout: {} },
    repairs: [],
    nodes: new Map(Object.entries(drawn).map(([id, node]) => [id, flowNode(id, node)])),
    children: childrenByGroup(drawn),
    outputs: [],
    edges: Object.entries(nodes).flatMap(([target, [, ...before]]) =>
      before.map(source => ({
        id: edgeId(source, '', target, ''),
        source,
        target,
        kind: 'order' as const,
        derived: false,
        stale: false
      }))
    ),
    order: Object.keys(nodes).filter(id => drawn[id].kind !== 'note'),
    cycles,
    faults: new Map()
  };
}

function flowNode(id: string, node: PipelineNode): FlowNode {
  return {
    id,
    node,
    title: id.toUpperCase(),
    inputs: [],
    outputs: [],
    cells: [],
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
