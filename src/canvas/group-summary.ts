import type { Translation } from '../actions';
import { branchOrder, type Flow, type FlowNode } from '../flow';
import {
  type Condition,
  isBranch,
  isChoice,
  isLoop,
  isSubPipeline,
  isTask,
  type LoopNode
} from '../pipeline';
import { bindingText, shortened } from './binding-text';

const LONGEST_CEL = 60;

/** What a branch is among those of its choice; a branch on its own is an if. */
export function armOf(flow: Flow, { id, node }: FlowNode): 'if' | 'else-if' | 'else' {
  if (isBranch(node) && !node.when) {
    return 'else';
  }
  const choice = node.group === undefined ? undefined : flow.nodes.get(node.group);
  const isFirst = !choice || !isChoice(choice.node) || branchOrder(flow, choice.id)[0] === id;
  return isFirst ? 'if' : 'else-if';
}

/** What a group does, in one line: `for each item of models`, `else if accuracy > 0.9`. */
export function groupSummary(flow: Flow, flowNode: FlowNode, trans: Translation): string {
  const { id, node } = flowNode;
  if (isLoop(node)) {
    return loopSummary(flow, node, trans);
  }
  if (isBranch(node)) {
    const condition = node.when ? conditionText(flow, node.when, trans) : '';
    const arms = {
      if: trans.__('if %1', condition),
      'else-if': trans.__('else if %1', condition),
      else: trans.__('else')
    };
    return arms[armOf(flow, flowNode)];
  }
  if (isChoice(node)) {
    return trans.__('the first of %1 branches that holds', branchOrder(flow, id).length);
  }
  if (isSubPipeline(node)) {
    return node.file ?? trans.__('pipeline inside the pipeline');
  }
  return exitSummary(flow, id, trans);
}

function loopSummary(flow: Flow, { items, parallelism }: LoopNode, trans: Translation): string {
  const text = items
    ? trans.__('for each item of %1', bindingText(items, flow, trans))
    : trans.__('for each item of a list, not given yet');
  return parallelism ? trans.__('%1, %2 at once', text, parallelism) : text;
}

function conditionText(flow: Flow, when: Condition, trans: Translation): string {
  return 'cel' in when
    ? shortened(when.cel, LONGEST_CEL)
    : `${bindingText(when.left, flow, trans)} ${when.is} ${bindingText(when.right, flow, trans)}`;
}

/** Exit steps are those beside the group that run after it whatever happened. */
function exitSummary(flow: Flow, id: string, trans: Translation): string {
  const beside = flow.children.get(flow.nodes.get(id)?.node.group ?? '') ?? [];
  const exits = beside.flatMap(other => {
    const found = flow.nodes.get(other);
    const waits =
      found && isTask(found.node) && found.node.ignoreUpstreamFailure && found.node.after?.includes(id);
    return waits ? [found.title] : [];
  });
  return exits.length > 0
    ? trans.__('then always: %1', exits.join(', '))
    : trans.__('no step runs on exit yet');
}
