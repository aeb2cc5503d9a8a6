import type { CellRef } from '../pipeline';
import type { Action } from './action';
import { addPlaced } from './add-placed';

interface Cells {
  notebook: string;
  cells: CellRef[];
}

/** Cells come as arguments when they were dropped, else from the selection in a notebook. They become one node. */
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
    addPlaced(editor, { kind: 'cells', notebook: chosen.notebook, cells: chosen.cells }, args);
  }
};

function isCellsArgument(args: Record<string, unknown>): args is Record<string, unknown> & Cells {
  return typeof args.notebook === 'string' && Array.isArray(args.cells);
}
