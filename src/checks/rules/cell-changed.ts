import type { Rule } from '../rule';
import { cellsNodes } from '../flow-nodes';
import { numbered, titled } from '../words';

export const cellChanged: Rule = {
  id: 'cell-changed',
  about: 'Cells are as they were when they were drawn, or someone has looked at what changed.',
  check: ({ flow }) =>
    cellsNodes(flow).flatMap(node =>
      node.cells
        .filter(({ state, pieceOf }) => state === 'changed' || pieceOf !== undefined)
        .map(({ index, pieceOf }) => ({
          severity: 'warning',
          node: node.id,
          field: 'cells',
          ...told(`${titled(node)} runs ${numbered(index)} of ${node.node.notebook}`, pieceOf !== undefined)
        }))
    )
};

function told(said: string, isPiece: boolean): { message: string; fix: string } {
  return isPiece
    ? { message: `${said}, a piece of a cell that was split.`, fix: 'Keep all pieces, or only some of them.' }
    : {
        message: `${said}, which has changed since it was drawn.`,
        fix: 'Look at the edges, then accept the change.'
      };
}
