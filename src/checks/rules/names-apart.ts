import { codeNodes } from '../flow-nodes';
import type { Rule } from '../rule';
import { listed, numbered, titled } from '../words';

export const namesApart: Rule = {
  id: 'names-apart',
  about:
    'What looks up names by itself (`globals()`, `doctest.testmod()`) is in one step with the cells that define them.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      (node.problems ?? []).flatMap(({ cell, line, message, apart = [] }) => {
        const index = node.cells.find(({ ref }) => ref.id === cell)?.index ?? 0;
        const where = apart.length > MOST ? `${apart.length} cells above` : listed(apart.map(numbered));
        return apart.length === 0
          ? []
          : [
              {
                severity: 'warning',
                node: node.id,
                field: 'cells',
                message: `${titled(node)}, line ${line} of ${numbered(index)}: ${whatOf(message)}, and does not find those of ${where}, which are not in this step.`,
                fix: 'Put the cells that it is to find into this step, or use the names themselves.'
              }
            ];
      })
    )
};

/** More are counted. */
const MOST = 4;

const whatOf = (message: string): string => message.replace(/ \(line \d+\)\.$/, '');
