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
          message: `${titled(node)} runs a cell that is no longer in ${node.node.notebook}, where its id was ${ref.id}.`,
          fix: candidates
            ? `Choose ${candidates.map(place).join(' or ')}: the source is the same.`
            : 'Bring the cell back, or take it out of the node; where another notebook has it now, add it to the pipeline from there.'
        }))
    )
};

const place = ({ notebook, index }: CellCandidate): string =>
  notebook === undefined ? numbered(index) : `${numbered(index)} of ${notebook}`;
