import type { Rule } from '../rule';
import { cellsNodes } from '../flow-nodes';
import type { CellCandidate } from '../../flow';
import { numbered, titled } from '../words';

export const cellMissing: Rule = {
  id: 'cell-missing',
  about: 'The cells of a node are in its notebook.',
  check: ({ flow }) =>
    cellsNodes(flow).flatMap(node =>
      node.cells
        .filter(({ state }) => state === 'missing')
        .map(({ ref, candidates }) => ({
          severity: 'error',
          node: node.id,
          field: 'cells',
          message: `${titled(node)} runs the cell ${ref.id}, which is no longer in ${node.node.notebook}.`,
          fix: candidates
            ? `Choose ${candidates.map(place).join(' or ')}: the source is the same.`
            : 'Bring the cell back, or take it out of the node.'
        }))
    )
};

const place = ({ notebook, index }: CellCandidate): string =>
  notebook === undefined ? numbered(index) : `${numbered(index)} of ${notebook}`;
