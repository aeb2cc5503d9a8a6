import type { FlowNode, FlowPort } from '../../flow';
import { hasDefault } from '../input-defaults';
import type { Finding, Rule } from '../rule';
import { numbered, titled } from '../words';

export const unboundInput: Rule = {
  id: 'unbound-input',
  about: 'Every input is fed, unless it may stay empty.',
  check: ({ flow }) => {
    // what closes a cycle or names what is not there has a problem of its own
    const leftOut = new Set(
      flow.repairs.filter(({ field }) => field[0] === 'inputs').map(({ node, field }) => key(node, field[1]))
    );
    return [...flow.nodes.values()].flatMap(node =>
      node.inputs
        .filter(
          port =>
            !port.binding &&
            !hasDefault(node, port.name) &&
            !leftOut.has(key(node.id, port.name)) &&
            !isUnresolved(node, port.name)
        )
        .flatMap(port => finding(node, port))
    );
  }
};

const key = (node: string, input: string) => `${node}\0${input}`;

/** Names that no cell defines have a problem of their own. */
const isUnresolved = ({ problems = [] }: FlowNode, input: string) =>
  problems.some(({ rule, name }) => rule === 'name-unresolved' && name === input);

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
  if (optional) {
    const isAssigned = node.literals.some(literal => literal.name === name);
    return node.opaque && !isAssigned
      ? [
          {
            severity: 'warning',
            ...place,
            message: `${titled(node)} may need ${name}, which nothing feeds, unless code that cannot be followed binds it.`,
            fix: `Assign ${name} by its name in a cell, or feed it by a parameter or a constant.`
          }
        ]
      : [];
  }
  return [
    {
      severity: 'error',
      ...place,
      message: `${titled(node)} needs ${name}, which nothing feeds.`,
      fix: `Connect ${name} to an output, or give it a parameter or a constant.`
    }
  ];
}
