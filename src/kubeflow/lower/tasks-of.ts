import type { Flow, FlowNode } from '../../flow';
import { isGroup, isTask } from '../../pipeline';

/** The nodes that become tasks, by id; groups that hold no step do not. */
export function tasksOf(flow: Flow): FlowNode[] {
  const filled = new Map<string, boolean>();
  const isFilled = (id: string): boolean => {
    const known = filled.get(id);
    if (known !== undefined) {
      return known;
    }
    filled.set(id, false);
    const node = flow.nodes.get(id)?.node;
    const answer =
      node !== undefined && isTask(node) && (!isGroup(node) || (flow.children.get(id) ?? []).some(isFilled));
    filled.set(id, answer);
    return answer;
  };
  return [...flow.nodes.values()].filter(({ id }) => isFilled(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}
