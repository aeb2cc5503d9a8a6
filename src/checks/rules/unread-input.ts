import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { titled } from '../words';

export const unreadInput: Rule = {
  id: 'unread-input',
  about: 'What is fed to cells is read by them.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      node.inputs
        .filter(({ unread }) => unread)
        .map(({ name }) => ({
          severity: 'warning',
          node: node.id,
          field: `inputs.${name}`,
          message: `${titled(node)} is fed ${name}, which none of its cells reads before it is computed.`,
          fix: `Remove the input, or call it as the cells do: a value takes the place of \`${name} = …\` only where that is a literal.`
        }))
    )
};
