import type { Flow, FlowNode } from '../../flow';
import type { Binding } from '../../pipeline';
import type { Finding, Rule } from '../rule';
import { groupsLeft, ofGroupKind } from '../scopes';
import { titled, titleOf } from '../words';

export const fanIn: Rule = {
  id: 'fan-in',
  about:
    'What is in a branch or an exit handler is read from outside through outputs alone, since it may not run.',
  check: ({ flow }) => [
    ...[...flow.nodes.values()].flatMap(node =>
      node.inputs.flatMap(({ name, field, binding }) =>
        finding(flow, node, field ? name : `inputs.${name}`, binding)
      )
    ),
    ...flow.outputs.flatMap(({ name, sources = [] }) =>
      sources.flatMap(binding => finding(flow, undefined, `outputs.${name}`, binding))
    )
  ]
};

/** The SDK refuses it (kfp.compiler.compiler_utils.get_dependencies); servers find no such output, or wait for ever. */
function finding(
  flow: Flow,
  reader: FlowNode | undefined,
  field: string,
  binding: Binding | undefined
): Finding[] {
  if (!binding || !('output' in binding)) {
    return [];
  }
  const left = groupsLeft(flow, binding.node, reader?.id ?? '');
  const closed = ofGroupKind(flow, left, 'branch', 'exit-handler', 'loop').at(-1);
  const holder = flow.nodes.get(closed ?? '');
  // what a loop collects may be of branches in it
  if (!holder || holder.node.kind === 'loop') {
    return [];
  }
  const isBranch = holder.node.kind === 'branch';
  const choice = holder.node.group;
  const inChoice = isBranch && flow.nodes.get(choice ?? '')?.node.kind === 'choice';
  const said = reader ? titled(reader) : 'The pipeline';
  return [
    {
      severity: 'error',
      ...(reader && { node: reader.id }),
      field,
      message: `${said} reads ${binding.output} of ${titleOf(flow, binding.node)} from outside ${titled(holder)}, which may not ${isBranch ? 'run' : 'end well'}.`,
      fix: inChoice
        ? `Give ${titleOf(flow, choice!)} an output with one source in each branch, and read that.`
        : `Move the reader into ${titled(holder)}${isBranch ? ', or make a choice with an else of it' : ''}.`
    }
  ];
}
