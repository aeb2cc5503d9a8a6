import type { Flow, FlowNode, FlowPort } from '../../flow';
import { isKnown } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { listed, titled } from '../words';

export const unknownOutput: Rule = {
  id: 'unknown-output',
  about: 'Bindings name outputs that their node has.',
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node => node.inputs.flatMap(port => finding(flow, node, port)))
};

function finding(flow: Flow, node: FlowNode, { name, binding }: FlowPort): Finding[] {
  if (!binding || !('output' in binding)) {
    return [];
  }
  const producer = flow.nodes.get(binding.node);
  if (!producer || !canTell(producer) || producer.outputs.some(output => output.name === binding.output)) {
    return [];
  }
  const names = producer.outputs.map(output => output.name);
  return [
    {
      severity: 'error',
      node: node.id,
      field: `inputs.${name}`,
      message: `${titled(node)} takes ${name} from ${binding.output} of ${titled(producer)}, which gives no such output.`,
      fix:
        names.length > 0 ? `Take one of its outputs: ${listed(names)}.` : 'Connect the input to another node.'
    }
  ];
}

/** Unreadable and unknown nodes have problems of their own. */
function canTell({ node, cells }: FlowNode): boolean {
  return isKnown(node) && cells.every(({ state }) => state !== 'unread' && state !== 'missing');
}
