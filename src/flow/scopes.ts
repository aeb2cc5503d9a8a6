import { isNote, siblings, type PipelineNode } from '../pipeline';
import type { FlowEdge } from './flow';
import { cycles, topological } from './order';

/** How the tasks of a flow follow each other. */
export interface Sequence {
  /** Ids of all nodes but notes: each group, then what it holds, then what comes after the group. */
  order: string[];
  /** Ids of the nodes of each cycle. */
  cycles: string[][];
}

/**
 * Orders the nodes of each group by what they wait for. An edge between nodes in different groups is one between the
 * groups, where they stand beside each other: Kubeflow starts a group when all that anything in it waits for has ended.
 * @param children ids of the nodes directly in each group
 */
export function sequence(
  nodes: Record<string, PipelineNode>,
  children: ReadonlyMap<string, readonly string[]>,
  edges: readonly FlowEdge[]
): Sequence {
  const before = new Map<string, Set<string>>();
  for (const { source, target } of edges) {
    const pair = siblings(nodes, source, target);
    if (pair) {
      before.set(pair[1], (before.get(pair[1]) ?? new Set()).add(pair[0]));
    }
  }
  const result: Sequence = { order: [], cycles: [] };
  const open = [''];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id !== '') {
      result.order.push(id);
    }
    const tasks = (children.get(id) ?? []).filter(child => !isNote(nodes[child]));
    if (tasks.length > 0) {
      result.cycles.push(...cycles(tasks, before));
      open.push(...topological(tasks, before).reverse());
    }
  }
  return result;
}
