import type { LoopNode } from '../../pipeline';
import { type FlowNodeOf, loops } from '../flow-nodes';
import { given } from '../given';
import type { Finding, Rule } from '../rule';
import { titled } from '../words';

export const loopItems: Rule = {
  id: 'loop-items',
  about: 'Every loop has a list to go through, and one that is written down is not empty.',
  check: ({ flow }) =>
    loops(flow).flatMap((node): Finding[] => {
      const { items } = node.node;
      if (!items) {
        return flow.repairs.some(({ node: id, field }) => id === node.id && field[0] === 'items')
          ? []
          : [found(node, 'has no items to loop over', 'Write a list, or connect an output or parameter.')];
      }
      if ('value' in items) {
        return literal(node, items.value);
      }
      const source = given(flow, node.id, items);
      return source?.type === undefined || source.type === 'list' || source.type.endsWith('[]')
        ? []
        : [
            found(
              node,
              `loops over ${source.name}, which is no list but of type ${source.type}`,
              'Give what it loops over the type list.'
            )
          ];
    })
};

function literal(node: FlowNodeOf<LoopNode>, value: unknown): Finding[] {
  if (!Array.isArray(value)) {
    return [found(node, 'loops over a constant that is no list', 'Write a list, such as ["a", "b"].')];
  }
  return value.length > 0 ? [] : [found(node, 'loops over an empty list', 'Write one item at least.')];
}

function found(node: FlowNodeOf<LoopNode>, what: string, fix: string): Finding {
  return { severity: 'error', node: node.id, field: 'items', message: `${titled(node)} ${what}.`, fix };
}
