import type { FlowNode } from '../../flow';
import { isBranch, isSubPipeline } from '../../pipeline';
import type { Lowered } from '../lower/lower';
import { earlierBranches } from './branch';

/**
 * Passes on to a group what the conditions of the branches around it compare, as the SDK does for all that is inside a
 * condition, read or not (`get_inputs_for_all_groups`). Sub-pipelines see nothing of it.
 */
export function passConditions(id: string, lowered: Lowered): void {
  const { flow } = lowered;
  const own = flow.nodes.get(id)?.node;
  if (!own || isSubPipeline(own)) {
    return;
  }
  for (let at = own.group as string | undefined; at !== undefined;) {
    const around = flow.nodes.get(at);
    if (!around || isSubPipeline(around.node)) {
      return;
    }
    if (isBranch(around.node)) {
      passOperands(around, id, lowered);
    }
    at = around.node.group as string | undefined;
  }
}

/** What the condition of a branch compares, with those of the branches before it. */
function passOperands(branch: FlowNode, id: string, lowered: Lowered): void {
  for (const { node } of [...earlierBranches(branch, lowered), branch]) {
    const when = isBranch(node) ? node.when : undefined;
    if (when && !('cel' in when)) {
      lowered.sourceInside(id, when.left);
      lowered.sourceInside(id, when.right);
    }
  }
}
