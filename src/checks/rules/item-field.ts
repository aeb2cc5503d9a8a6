import type { Flow, FlowNode, FlowPort } from '../../flow';
import { isLoop } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { titled, titleOf } from '../words';

/** As the SDK has it (kfp.dsl.for_loop). */
const NAME = /^[a-zA-Z_][0-9a-zA-Z_]*$/;

export const itemField: Rule = {
  id: 'item-field',
  about: 'Fields of items have names that Kubeflow takes, and are there where the items are written down.',
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node => node.inputs.flatMap(port => finding(flow, node, port)))
};

function finding(flow: Flow, node: FlowNode, { name, field: path, binding }: FlowPort): Finding[] {
  if (!binding || !('item' in binding) || binding.field === undefined) {
    return [];
  }
  const { item, field } = binding;
  const place = { severity: 'error', node: node.id, field: path ? name : `inputs.${name}` } as const;
  const said = `${titled(node)} takes the field “${field}” of the items of ${titleOf(flow, item)}`;
  if (!NAME.test(field)) {
    return [
      {
        ...place,
        message: `${said}, a name that Kubeflow does not take.`,
        fix: 'Call it by letters, digits and underscores, no digit first.'
      }
    ];
  }
  const loop = flow.nodes.get(item)?.node;
  const items = loop && isLoop(loop) && loop.items && 'value' in loop.items ? loop.items.value : undefined;
  const lacking = Array.isArray(items) ? items.findIndex(each => !hasField(each, field)) : -1;
  return lacking < 0
    ? []
    : [
        {
          ...place,
          message: `${said}, which item ${lacking + 1} has not.`,
          fix: 'Add the field to every item, or take another.'
        }
      ];
}

const hasField = (item: unknown, field: string) =>
  typeof item === 'object' && item !== null && Object.hasOwn(item, field);
