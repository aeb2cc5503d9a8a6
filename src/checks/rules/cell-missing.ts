import type { Rule } from '../rule';
import { cellsNodes } from '../flow-nodes';
import { titled } from '../words';

export const cellMissing: Rule = {
  id: 'cell-missing',
  about: 'The cells of a node are in its notebook.',
  check: ({ flow }) =>
    cellsNodes(flow).flatMap(node =>
      node.cells
        .filter(({ state }) => state === 'missing')
        .map(({ ref, candidate }) => ({
          severity: 'error',
          node: node.id,
          field: 'cells',
          message: `${titled(node)} runs the cell ${ref.id}, which is no longer in ${node.node.notebook}.`,
          fix: candidate
            ? `Re-anchor it to the cell ${candidate.id}, which has the same source.`
            : 'Re-anchor it to another cell, or take it out of the node.'
        }))
    )
};
