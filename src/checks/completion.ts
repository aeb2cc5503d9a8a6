import type { Flow, FlowNode } from '../flow';
import { type Binding, isTask, namedNode } from '../pipeline';
import { tasks } from './flow-nodes';
import { hasDefault } from './input-defaults';
import { groupsAround } from './scopes';

/** Nodes that run when all before them have ended, even in failure; Kubeflow makes exit hooks of them. */
export function completionSteps(flow: Flow): FlowNode[] {
  return tasks(flow).filter(({ node }) => node.ignoreUpstreamFailure);
}

/** A node that another waits for, as it stands beside that one, and what for. */
export interface Dependency {
  id: string;
  by: 'order' | 'status' | 'data';
  /** Inputs alone: its name, and whether it may be empty. */
  input?: string;
  optional?: boolean;
}

/** What a node waits for: its order, and what feeds it. Groups stand for what they hold. */
export function dependenciesOf(flow: Flow, flowNode: FlowNode): Dependency[] {
  const { id, node, inputs } = flowNode;
  const after = isTask(node) ? (node.after ?? []) : [];
  const fed = inputs.flatMap(({ name, binding, optional }): Dependency[] => {
    const from = binding && producerOf(binding);
    const isStatus = binding !== undefined && 'status' in binding;
    return from === undefined
      ? []
      : [
          {
            id: from,
            by: isStatus ? 'status' : 'data',
            input: name,
            optional: optional || hasDefault(flowNode, name)
          }
        ];
  });
  return [...after.map(from => ({ id: from, by: 'order' as const })), ...fed].map(dependency => ({
    ...dependency,
    id: besides(flow, dependency.id, id)
  }));
}

/** Items and inputs of a group around come with that group. */
function producerOf(binding: Binding): string | undefined {
  return 'value' in binding || 'item' in binding || 'input' in binding ? undefined : namedNode(binding);
}

/** A node, or the outermost group that holds it and not the other. */
function besides(flow: Flow, id: string, other: string): string {
  const shared = new Set(groupsAround(flow, other));
  return (
    groupsAround(flow, id)
      .filter(group => !shared.has(group))
      .at(-1) ?? id
  );
}
