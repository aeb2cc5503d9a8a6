import { childrenByGroup, type Pipeline, sanitise } from '../pipeline';
import { buildNodes } from './build-nodes';
import { givenOutputs } from './declared-ports';
import { boundEdges, codeEdges, orderEdges } from './edges';
import { expandFiles } from './expand-files';
import { exportOutputs } from './exported-outputs';
import type { Flow, NotebookSource } from './flow';
import { literalTypes } from './own-literals';
import { planCells, type PlannedCells } from './plan-cells';
import { planNotebooks } from './plan-notebooks';
import { portTypes } from './port-types';
import { sequence } from './scopes';

/**
 * Pipeline + cells -> flow. Pure: the same pipeline and the same notebooks give the same flow on every peer.
 * Nothing throws: notebooks and pipeline files that could not be read are named in `faults`, cycles in `cycles`.
 */
export function resolve(drawn: Pipeline, source: NotebookSource): Flow {
  const { pipeline, repairs } = sanitise(drawn);
  const expanded = expandFiles(pipeline, source);
  const { fileOf } = expanded;
  const planned = planAll(expanded.nodes, fileOf, source);
  const types = portTypes({ ...pipeline, nodes: expanded.nodes }, literalTypes(planned.plans));
  const nodes = buildNodes(expanded.nodes, fileOf, planned, types);
  const outputs = givenOutputs(pipeline.outputs);
  exportOutputs(nodes, outputs, planned.plans, types);
  const children = childrenByGroup(expanded.nodes);
  const edges = [
    ...boundEdges(nodes, planned.plans),
    ...codeEdges(planned.plans),
    ...orderEdges(expanded.nodes)
  ];
  const unique = [...new Map(edges.map(edge => [edge.id, edge])).values()];
  return {
    pipeline,
    repairs: [...repairs, ...expanded.repairs],
    nodes,
    children,
    outputs,
    edges: unique,
    ...sequence(expanded.nodes, children, unique),
    faults: new Map([...planned.faults, ...expanded.faults])
  };
}

/** Plans the steps of cells, and those of whole notebooks, which are linked with none. */
function planAll(...parts: Parameters<typeof planCells>): PlannedCells {
  const [some, whole] = [planCells(...parts), planNotebooks(...parts)];
  return {
    cells: new Map([...some.cells, ...whole.cells]),
    plans: new Map([...some.plans, ...whole.plans]),
    faults: new Map([...some.faults, ...whole.faults])
  };
}
