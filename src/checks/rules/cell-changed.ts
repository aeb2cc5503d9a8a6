import type { Rule } from '../rule';
import { cellsNodes } from '../flow-nodes';
import { numbered, titled } from '../words';

export const cellChanged: Rule = {
  id: 'cell-changed',
  about: 'Cells are as they were when they were drawn, or someone has looked at what changed.',
  check: ({ flow }) =>
    cellsNodes(flow).flatMap(node =>
      node.cells
        .filter(({ state }) => state === 'changed')
        .map(({ index }) => ({
          severity: 'warning',
          node: node.id,
          field: 'cells',
          message: `${titled(node)} runs ${numbered(index)} of ${node.node.notebook}, which has changed since it was drawn.`,
          fix: 'Look at the edges, then accept the change.'
        }))
    )
};
