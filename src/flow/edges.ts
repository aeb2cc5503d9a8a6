import type { StepClash, StepNeed } from '../notebook';
import { isKnown, isNote, type PipelineNode } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import type { EdgeReason, FlowEdge, FlowNode } from './flow';
import { codeLine } from './notebook-cells';
import { canTravel } from './step-files';

/** The id of an edge is its four ends: two users who draw the same wire draw one edge. */
export function edgeId(source: string, sourcePort: string, target: string, targetPort: string): string {
  return `${source}:${sourcePort}->${target}:${targetPort}`;
}

/** One edge for every input and setting that another node feeds, with an output or with how it ended. */
export function boundEdges(
  nodes: ReadonlyMap<string, FlowNode>,
  plans: ReadonlyMap<string, PlannedNode>
): FlowEdge[] {
  return [...nodes.values()].flatMap(({ id, inputs }) =>
    inputs.flatMap(({ name, binding, derived, file }): FlowEdge[] => {
      const target = { target: id, targetPort: name };
      if (binding && 'status' in binding) {
        const { status } = binding;
        const ends = { id: edgeId(status, '', id, name), source: status, ...target };
        return nodes.has(status) ? [{ ...ends, kind: 'order', derived: false, stale: false }] : [];
      }
      if (!binding || !('output' in binding) || !nodes.has(binding.node)) {
        return [];
      }
      const planned = plans.get(id);
      const found = planned?.plan.needs.find(other =>
        file === undefined
          ? other.name === name
          : other.kind === 'file' && other.name === file.replace(/\/$/, '')
      );
      const need = derived || suppliedBy(planned, found, binding.node) ? found : undefined;
      return [
        {
          id: edgeId(binding.node, binding.output, id, name),
          source: binding.node,
          sourcePort: binding.output,
          ...target,
          kind: need ? dataKind(need) : 'data',
          derived,
          stale: need?.stale ?? false,
          ...(planned && need && { why: reason(planned, need) })
        }
      ];
    })
  );
}

/** A source that a user pinned is still behind two lines of code, as long as the code names the same. */
function suppliedBy(planned: PlannedNode | undefined, need: StepNeed | undefined, node: string): boolean {
  return need?.from !== undefined && 'group' in need.from && planned?.peers[need.from.group] === node;
}

const dataKind = (need: StepNeed) => (need.kind === 'hoist' ? 'data' : need.kind);

/**
 * Edges without a port that the code implies: one step writes a file that another reads, and it cannot travel; or one
 * writes again, or removes, what another must have read or written before.
 */
export function codeEdges(plans: ReadonlyMap<string, PlannedNode>): FlowEdge[] {
  return [...plans.values()].flatMap(planned =>
    planned.plan.needs.flatMap(need => {
      const { kind } = need;
      const bare = kind === 'order' || (kind === 'file' && !canTravel(need.name));
      if (!bare || !need.from || !('group' in need.from)) {
        return [];
      }
      const source = planned.peers[need.from.group];
      return [
        {
          id: edgeId(source, '', planned.id, `${kind} ${need.name}`),
          source,
          target: planned.id,
          kind,
          derived: true,
          stale: need.stale,
          why: reason(planned, need)
        }
      ];
    })
  );
}

/** Order edges that a user drew. */
export function orderEdges(nodes: Record<string, PipelineNode>): FlowEdge[] {
  return Object.keys(nodes)
    .sort()
    .flatMap(target => afterEdges(target, nodes[target]));
}

function afterEdges(target: string, node: PipelineNode): FlowEdge[] {
  const { after }: Record<string, unknown> = node;
  const sources = isKnown(node) && !isNote(node) && Array.isArray(after) ? (after as string[]) : [];
  return sources.map(source => ({
    id: edgeId(source, '', target, ''),
    source,
    target,
    kind: 'order' as const,
    derived: false,
    stale: false
  }));
}

/** The two lines behind what the code of a node needs. */
export function reason(planned: PlannedNode, need: StepNeed | StepClash): EdgeReason {
  const { version, made }: Partial<StepNeed> = 'kind' in need ? need : {};
  return {
    name: need.name,
    notebook: planned.notebook.path,
    write: codeLine(planned.notebook, need.write),
    read: codeLine(planned.notebook, need.read),
    ...(version !== undefined && { version }),
    ...(made !== undefined && { made })
  };
}
