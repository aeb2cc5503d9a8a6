import { isNotebook } from '../../pipeline';
import type { Rule } from '../rule';
import { cellsField } from '../cells-field';
import { codeNodes } from '../flow-nodes';
import { titled } from '../words';

export const emptyCells: Rule = {
  id: 'empty-cells',
  about: 'A node of cells has cells, and a notebook that runs has some that are not skipped.',
  check: ({ flow }) =>
    codeNodes(flow)
      .filter(({ node, cells }) =>
        isNotebook(node) ? cells.length === 0 && !flow.faults.has(node.notebook) : node.cells.length === 0
      )
      .map(node => ({
        severity: 'error',
        node: node.id,
        field: cellsField(node),
        message: `${titled(node)} has no cells, so there is nothing to run.`,
        fix: isNotebook(node.node)
          ? 'Add code cells to the notebook, or take the tag `skip` from some.'
          : 'Drag a cell onto it, or delete it.'
      }))
};
