import type { Rule } from '../rule';
import { cellsNodes } from '../flow-nodes';
import { titled } from '../words';

export const emptyCells: Rule = {
  id: 'empty-cells',
  about: 'A node of cells has cells.',
  check: ({ flow }) =>
    cellsNodes(flow)
      .filter(({ node }) => node.cells.length === 0)
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: 'cells',
        message: `${titled(node)} has no cells, so there is nothing to run.`,
        fix: 'Drag a cell onto it, or delete it.'
      }))
};
