import { branchOrder, type FlowNode } from '../../flow';
import { type Binding, type BranchNode, isBranch, isChoice } from '../../pipeline';
import type { Lowered } from '../lower/lower';
import { readName } from '../read-name';
import type { StepScope } from '../step-scope';
import { comparison, ConditionError, conjunction, negation, type Operand } from './condition';

/** When a branch runs: its own condition, after none of those before it in the choice; undefined when always. */
export function branchCondition(node: BranchNode, lowered: Lowered, scope: StepScope): string | undefined {
  const { id } = scope.node;
  const conditions: string[] = [];
  for (const earlier of earlierBranches(scope.node, lowered)) {
    const text = conditionText(earlier, id, lowered, scope);
    if (text !== undefined) {
      conditions.push(negation(text));
    }
  }
  const own = conditionText(scope.node, id, lowered, scope);
  if (own !== undefined) {
    conditions.push(own);
  }
  return conditions.length ? conjunction(conditions) : undefined;
}

/** The branches of its choice that are tried before a branch; none for a lone if. */
export function earlierBranches({ id, node }: FlowNode, { flow }: Lowered): FlowNode[] {
  const choice = node.group === undefined ? undefined : flow.nodes.get(node.group as string);
  if (!choice || !isChoice(choice.node)) {
    return [];
  }
  const order = branchOrder(flow, choice.id);
  return order.slice(0, order.indexOf(id)).flatMap(each => flow.nodes.get(each) ?? []);
}

/** The condition of `owner` in terms of the inputs of the branch `id`. */
function conditionText(
  owner: FlowNode,
  id: string,
  lowered: Lowered,
  { ledger }: StepScope
): string | undefined {
  const when = isBranch(owner.node) ? owner.node.when : undefined;
  if (!when) {
    return undefined;
  }
  if ('cel' in when) {
    shareInputs(owner, id, lowered);
    return when.cel;
  }
  const operand = (binding: Binding): Operand => {
    const source = lowered.sourceInside(id, binding);
    const type = lowered.typeInside(id, binding);
    if (source && 'constant' in source) {
      return source;
    }
    if (!source || !('input' in source) || type === undefined) {
      throw new ConditionError(
        `${readName(binding, lowered.flow)}, which the condition compares, is not in the spec.`
      );
    }
    return { input: source.input, type };
  };
  try {
    return comparison(operand(when.left), when.is, operand(when.right));
  } catch (error) {
    if (!(error instanceof ConditionError)) {
      throw error;
    }
    ledger.lost('when', error.message, 'Compare something else.');
    return undefined;
  }
}

/** CEL of another branch names the inputs of that branch: this one needs them under the same names. */
function shareInputs(owner: FlowNode, id: string, lowered: Lowered): void {
  if (owner.id !== id) {
    for (const { name, type, field, binding } of owner.inputs) {
      if (!field && binding) {
        lowered.share(id, name, type, binding);
      }
    }
  }
}
