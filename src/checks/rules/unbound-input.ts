import type { FlowNode, FlowPort } from '../../flow';
import type { Finding, Rule } from '../rule';
import { numbered, titled } from '../words';

/** Every input is fed, unless it may stay empty. */
export const unboundInput: Rule = {
  id: 'unbound-input',
  check: ({ flow }) =>
    [...flow.nodes.values()].flatMap(node =>
      node.inputs.filter(port => !port.binding).flatMap(port => finding(node, port))
    )
};

function finding(node: FlowNode, { name, optional, writtenIn }: FlowPort): Finding[] {
  const place = { node: node.id, field: `inputs.${name}` };
  if (writtenIn) {
    const where = numbered(writtenIn.index);
    return [
      {
        severity: optional ? 'warning' : 'error',
        ...place,
        message: `${titled(node)} ${optional ? 'may need' : 'needs'} ${name}, written in ${where}, which is not in the pipeline.`,
        fix: `Add ${where} of ${writtenIn.notebook} to the pipeline, or feed ${name} by a parameter or a constant.`
      }
    ];
  }
  return optional
    ? []
    : [
        {
          severity: 'error',
          ...place,
          message: `${titled(node)} needs ${name}, which nothing feeds.`,
          fix: `Connect ${name} to an output, or give it a parameter or a constant.`
        }
      ];
}
