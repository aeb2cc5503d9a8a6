import type { Rule } from '../rule';
import { cellsField } from '../cells-field';
import { codeNodes } from '../flow-nodes';
import { numbered, titled } from '../words';

export const cellUnparsed: Rule = {
  id: 'cell-unparsed',
  about: 'Cells are Python.',
  check: ({ flow }) =>
    codeNodes(flow).flatMap(node =>
      node.cells
        .filter(({ state }) => state === 'unparsed')
        .map(({ index, syntaxError }) => ({
          severity: 'error',
          node: node.id,
          field: cellsField(node),
          message:
            `${titled(node)} runs ${numbered(index)} of ${node.node.notebook}, which is no Python` +
            `${syntaxError ? ` at line ${syntaxError.line}: ${syntaxError.message.replace(/\.$/, '')}` : ''}.`,
          fix: 'Mend the cell; until then its last good edges stay, greyed.'
        }))
    )
};
