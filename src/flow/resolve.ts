import { planSteps, type StepPlan } from '../notebook';
import {
  childrenByGroup,
  isCells,
  nodeTitle,
  sanitise,
  type CellsNode,
  type Pipeline,
  type PipelineNode
} from '../pipeline';
import { boundInputs, cellInputs, type PlannedNode } from './cell-ports';
import { boundEdges, codeEdges, orderEdges, reason } from './edges';
import { fedLiterals } from './fed-literals';
import type { EdgeReason, Flow, FlowCell, FlowEdge, FlowNode, NotebookFault, NotebookSource } from './flow';
import { cycles, topological } from './order';
import { declaredInputs, declaredOutputs, exportedOutputs } from './declared-ports';
import { askedTypes } from './port-types';
import { isFault, readCells } from './read-cells';
import { stepImports } from './step-imports';

/**
 * Pipeline + cells -> flow. Pure: the same pipeline and the same notebooks give the same flow on every peer.
 * Nothing throws: notebooks that could not be read are named in `faults`, cycles in `cycles`.
 */
export function resolve(drawn: Pipeline, source: NotebookSource): Flow {
  const { pipeline, repairs } = sanitise(drawn);
  const faults = new Map<string, NotebookFault>();
  const cells = new Map<string, FlowCell[]>();
  for (const [path, ids] of nodesByNotebook(pipeline)) {
    const found = source.notebook(path);
    if (isFault(found)) {
      faults.set(path, found);
    }
    ids.forEach(id => cells.set(id, readCells(pipeline.nodes[id] as CellsNode, found)));
  }
  const plans = planNodes(pipeline, source, cells);
  const nodes = buildNodes(pipeline, cells, plans);
  const edges = [...boundEdges(nodes, plans), ...codeEdges(plans), ...orderEdges(pipeline)];
  const unique = [...new Map(edges.map(edge => [edge.id, edge])).values()];
  const before = dependencies(unique);
  const tasks = [...nodes.keys()].filter(id => nodes.get(id)?.node.kind !== 'note');
  return {
    pipeline,
    repairs,
    nodes,
    children: childrenByGroup(pipeline.nodes),
    outputs: [],
    edges: unique,
    order: topological(tasks, before),
    cycles: cycles(tasks, before),
    faults
  };
}

function nodesByNotebook(pipeline: Pipeline): Map<string, string[]> {
  const byPath = new Map<string, string[]>();
  for (const id of Object.keys(pipeline.nodes).sort()) {
    const node = pipeline.nodes[id];
    if (isCells(node)) {
      byPath.set(node.notebook, [...(byPath.get(node.notebook) ?? []), id]);
    }
  }
  return byPath;
}

/** Plans the steps of each notebook, with what each needs and from which node. */
function planNodes(
  pipeline: Pipeline,
  source: NotebookSource,
  cells: ReadonlyMap<string, FlowCell[]>
): Map<string, PlannedNode> {
  const plans = new Map<string, PlannedNode>();
  for (const [path, ids] of nodesByNotebook(pipeline)) {
    const found = source.notebook(path);
    if (isFault(found)) {
      continue;
    }
    const groups = ids.map(id => present(cells.get(id) ?? []).map(cell => cell.ref.id));
    planSteps(found.cells, groups).forEach((plan: StepPlan, i) =>
      plans.set(ids[i], {
        id: ids[i],
        node: pipeline.nodes[ids[i]] as CellsNode,
        notebook: found,
        plan,
        peers: ids
      })
    );
  }
  return plans;
}

const present = (cells: FlowCell[]) => cells.filter(cell => cell.index >= 0);

function buildNodes(
  pipeline: Pipeline,
  cells: ReadonlyMap<string, FlowCell[]>,
  plans: ReadonlyMap<string, PlannedNode>
): Map<string, FlowNode> {
  const asked = askedTypes(pipeline);
  const nodes = new Map<string, FlowNode>();
  for (const id of Object.keys(pipeline.nodes).sort()) {
    const node: PipelineNode = pipeline.nodes[id];
    const planned = plans.get(id);
    const inputs = planned
      ? cellInputs(planned, fedLiterals(planned, plans, pipeline, asked), pipeline, asked)
      : isCells(node)
        ? boundInputs(node, pipeline, asked)
        : declaredInputs(node);
    nodes.set(id, {
      id,
      node,
      title: titleOf(id, node, cells.get(id)),
      inputs,
      outputs: isCells(node) ? [] : declaredOutputs(node),
      cells: cells.get(id) ?? [],
      prelude: planned?.plan.prelude ?? [],
      clashes: planned ? openClashes(planned) : [],
      offers: planned?.plan.offers ?? [],
      imports: planned ? stepImports(planned) : [],
      magics: planned?.plan.magics ?? false
    });
  }
  for (const [id, flowNode] of nodes) {
    if (isCells(flowNode.node)) {
      flowNode.outputs = exportedOutputs(id, flowNode, nodes, pipeline, asked);
    }
  }
  return nodes;
}

/** Clashes of names that the code alone feeds: what a user decided is one value, or none. */
function openClashes(planned: PlannedNode): EdgeReason[] {
  const decided = planned.node.inputs ?? {};
  return planned.plan.clashes
    .filter(({ name }) => !decided[name]?.from && !decided[name]?.removed)
    .map(clash => reason(planned, clash));
}

/** A title that a user gave, else the first line of the first cell, else what the document says. */
function titleOf(id: string, node: PipelineNode, cells: FlowCell[] | undefined): string {
  const first = cells
    ?.find(cell => cell.source.trim())
    ?.source.trim()
    .split('\n')[0];
  const line = first?.replace(/^#+\s*/, '').slice(0, 40);
  return node.title || line || nodeTitle(node, id);
}

function dependencies(edges: FlowEdge[]): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    before.set(target, (before.get(target) ?? new Set()).add(source));
  }
  return before;
}
