import type { CellRef } from '../pipeline';
import type { Action } from './action';
import { addPlaced } from './add-placed';
import { cardAt, joinCells } from './join-cells';
import { offerParameters } from './make-parameters';
import { isPosition } from './places';

interface Cells {
  notebook: string;
  cells: CellRef[];
}

/**
 * Cells come as arguments when they were dropped, else from the selection in a notebook. They become one node; dropped
 * on a node of their notebook, they join it.
 */
export const addCells: Action = {
  id: 'add-cells',
  label: trans => trans.__('Add Cell to Pipeline'),
  caption: trans => trans.__('Add the cells selected in the notebook as one step'),
  keys: ['A'],
  icon: 'weft:cells',
  writes: true,
  do: (editor, args) => {
    const chosen = isCellsArgument(args) ? args : (editor.host.selectedCells?.() ?? null);
    if (!chosen || chosen.cells.length === 0) {
      editor.host.notify(
        editor.trans.__('Select cells in a notebook first, or drag them onto the canvas.'),
        'info'
      );
      return;
    }
    const { notebook, cells } = chosen;
    const into = isPosition(args.position) && cardAt(editor.view.flow, notebook, args.position);
    if (into) {
      joinCells(editor, into, cells);
      return;
    }
    addPlaced(editor, { kind: 'cells', notebook, cells }, args);
    offerParameters(editor);
  }
};

function isCellsArgument(args: Record<string, unknown>): args is Record<string, unknown> & Cells {
  return typeof args.notebook === 'string' && Array.isArray(args.cells);
}
