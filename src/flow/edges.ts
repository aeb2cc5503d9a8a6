import type { StepClash, StepNeed } from '../notebook';
import { isCells, isContainer, isImporter, type Pipeline, type PipelineNode } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { EdgeReason, FlowEdge, FlowNode } from './flow';

/** The id of an edge is its four ends: two users who draw the same wire draw one edge. */
export function edgeId(source: string, sourcePort: string, target: string, targetPort: string): string {
  return `${source}:${sourcePort}->${target}:${targetPort}`;
}

/** One edge for every input that another node feeds. */
export function boundEdges(
  nodes: ReadonlyMap<string, FlowNode>,
  plans: ReadonlyMap<string, PlannedNode>
): FlowEdge[] {
  return [...nodes.values()].flatMap(({ id, inputs }) =>
    inputs.flatMap(({ name, binding, derived }) => {
      if (!binding || !('output' in binding)) {
        return [];
      }
      const planned = derived ? plans.get(id) : undefined;
      const need = planned?.plan.needs.find(other => other.name === name);
      return [
        {
          id: edgeId(binding.node, binding.output, id, name),
          source: binding.node,
          sourcePort: binding.output,
          target: id,
          targetPort: name,
          kind: need ? dataKind(need) : 'data',
          derived,
          stale: need?.stale ?? false,
          ...(planned && need && { why: reason(planned, need) })
        }
      ];
    })
  );
}

const dataKind = (need: StepNeed) => (need.kind === 'hoist' ? 'data' : need.kind);

/** Edges without a port that the code implies: one step writes a file that another reads. */
export function codeEdges(plans: ReadonlyMap<string, PlannedNode>): FlowEdge[] {
  return [...plans.values()].flatMap(planned =>
    planned.plan.needs.flatMap(need => {
      if (need.kind !== 'file' || !need.from || !('group' in need.from)) {
        return [];
      }
      const source = planned.peers[need.from.group];
      return [
        {
          id: edgeId(source, '', planned.id, `file ${need.name}`),
          source,
          target: planned.id,
          kind: 'file' as const,
          derived: true,
          stale: need.stale,
          why: reason(planned, need)
        }
      ];
    })
  );
}

/** Order edges that a user drew. */
export function orderEdges(pipeline: Pipeline): FlowEdge[] {
  return Object.keys(pipeline.nodes)
    .sort()
    .flatMap(target => afterEdges(target, pipeline.nodes[target]));
}

function afterEdges(target: string, node: PipelineNode): FlowEdge[] {
  return isCells(node) || isContainer(node) || isImporter(node)
    ? (node.after ?? []).map(source => ({
        id: edgeId(source, '', target, ''),
        source,
        target,
        kind: 'order' as const,
        derived: false,
        stale: false
      }))
    : [];
}

/** The two lines behind what the code of a node needs. */
export function reason(planned: PlannedNode, need: StepNeed | StepClash): EdgeReason {
  const place = (at: { cell: string; line: number }) => ({
    cell: planned.notebook.cells.find(cell => cell.id === at.cell)?.index ?? -1,
    line: at.line
  });
  return {
    name: need.name,
    notebook: planned.notebook.path,
    write: place(need.write),
    read: place(need.read)
  };
}
