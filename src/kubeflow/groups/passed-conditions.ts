import { branchOrder } from '../../flow';
import { isBranch, isChoice, isSubPipeline } from '../../pipeline';
import type { Lowered } from '../lower/lower';

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
    const around = flow.nodes.get(at)?.node;
    if (!around || isSubPipeline(around)) {
      return;
    }
    if (isBranch(around)) {
      passOperands(at, around.group as string | undefined, id, lowered);
    }
    at = around.group as string | undefined;
  }
}

/** What the condition of a branch compares, with those of the branches before it. */
function passOperands(branch: string, group: string | undefined, id: string, lowered: Lowered): void {
  const choice = group === undefined ? undefined : lowered.flow.nodes.get(group);
  const order = choice && isChoice(choice.node) ? branchOrder(lowered.flow, choice.id) : [branch];
  for (const each of order.slice(0, order.indexOf(branch) + 1)) {
    const node = lowered.flow.nodes.get(each)?.node;
    const when = node && isBranch(node) ? node.when : undefined;
    if (when && !('cel' in when)) {
      lowered.sourceInside(id, when.left);
      lowered.sourceInside(id, when.right);
    }
  }
}
