import type { Flow } from '../../flow';
import { type BranchNode, type Condition, isBranch } from '../../pipeline';
import { branches, type FlowNodeOf } from '../flow-nodes';
import { given } from '../given';
import type { Finding, Rule } from '../rule';
import { listed, titled } from '../words';

/** What Kubeflow compares; booleans are equal or not, and no more. */
const COMPARED = ['string', 'integer', 'number', 'boolean'];

export const branchCondition: Rule = {
  id: 'branch-condition',
  about: 'Branches have a condition that Kubeflow can decide; only the last of a choice goes without.',
  check: ({ flow }) =>
    branches(flow).flatMap(node =>
      node.node.when === undefined ? withoutCondition(flow, node) : condition(flow, node, node.node.when)
    )
};

type Branch = FlowNodeOf<BranchNode>;

function withoutCondition(flow: Flow, node: Branch): Finding[] {
  const holder = flow.nodes.get(node.node.group ?? '');
  if (holder?.node.kind !== 'choice') {
    return [found(node, 'when', 'has no condition', 'Give it one, or put it into a choice as the else.')];
  }
  const first = (flow.children.get(holder.id) ?? [])
    .flatMap(id => flow.nodes.get(id) ?? [])
    .find(other => isBranch(other.node) && !other.node.when);
  return !first || first.id === node.id
    ? []
    : [
        found(
          node,
          'when',
          `has no condition, and neither has ${titled(first)}, which is the else of ${titled(holder)} already`,
          'Give it a condition.'
        )
      ];
}

function condition(flow: Flow, node: Branch, when: Condition): Finding[] {
  if ('cel' in when) {
    return expression(node, when.cel);
  }
  const sides = (['left', 'right'] as const).map(side => ({ side, binding: when[side] }));
  if (sides.every(({ binding }) => 'value' in binding)) {
    return [
      found(
        node,
        'when',
        'compares two constants',
        'Compare an output, a parameter or an item of a loop with something.'
      )
    ];
  }
  return sides.flatMap(({ side, binding }) => {
    const field = `when.${side}`;
    const source = given(flow, node.id, binding);
    if ('value' in binding && binding.value === null) {
      return [
        found(node, field, 'compares with null', 'Compare with an empty text, a number, true or false.')
      ];
    }
    if (source?.type === undefined) {
      return [];
    }
    if (!COMPARED.includes(source.type)) {
      return [
        found(
          node,
          field,
          `compares ${source.name}, which is of type ${source.type}`,
          `Compare values of the types ${listed(COMPARED)} alone.`
        )
      ];
    }
    return source.type === 'boolean' && when.is !== '==' && when.is !== '!='
      ? [found(node, field, `asks whether a boolean is ${when.is} something`, 'Use == or !=.')]
      : [];
  });
}

/** Names that an expression reads are inputs of the branch. */
function expression(node: Branch, cel: string): Finding[] {
  const names = [...cel.matchAll(/inputs\.parameter(?:_value)?s\[\s*['"]([^'"]+)['"]\s*\]/g)];
  const known = new Set(node.inputs.map(({ name }) => name));
  const missing = [...new Set(names.map(([, name]) => name))].filter(name => !known.has(name));
  if (cel.trim() === '') {
    return [found(node, 'when.cel', 'has an empty condition', 'Write an expression, or compare two values.')];
  }
  return missing.length === 0
    ? []
    : [
        found(
          node,
          'when.cel',
          `reads ${listed(missing)} in its condition, which it has no inputs for`,
          'Add them to the inputs of the branch.'
        )
      ];
}

function found(node: Branch, field: string, what: string, fix: string): Finding {
  return { severity: 'error', node: node.id, field, message: `${titled(node)} ${what}.`, fix };
}
