import type { Flow, RemovedNeed } from '../../flow';
import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { numbered, titled, titleOf } from '../words';

export const removedInput: Rule = {
  id: 'removed-input',
  about: 'Cells are fed what they use at once, also where a user removed what fed it.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      (node.removedNeeds ?? []).map(need => {
        const { name, read, perhaps } = need;
        const where = `at line ${read.line} of ${numbered(read.cell)}`;
        return {
          severity: perhaps ? 'warning' : 'error',
          node: node.id,
          field: `inputs.${name}`,
          message: `${titled(node)} ${perhaps ? 'may use' : 'uses'} ${name} ${where}, whose ${edge(flow, need)} was removed, and nothing else gives it.`,
          fix: `Follow the code again for ${name}, or feed it by an output, a parameter or a constant.`
        };
      })
    )
};

function edge(flow: Flow, { from }: RemovedNeed): string {
  if (from === undefined) {
    return 'input';
  }
  return `edge from ${typeof from === 'string' ? titleOf(flow, from) : numbered(from)}`;
}
