import type { ICell } from '@jupyterlab/nbformat';
import { Notebook, NotebookPanel } from '@jupyterlab/notebook';
import type { Drag } from '@lumino/dragdrop';
import type { Widget } from '@lumino/widgets';
import { addCellsNode, addPaletteItem, type Editor, isPaletteItem } from '../actions';
import { cellRefs, relativeTo } from './host';

/** What the notebook puts on a drag of cells; JupyterLab does not export the name. */
const CELLS = 'application/vnd.jupyter.cells';
/** What our palette puts on a drag: the name of an item. */
export const PALETTE = 'application/vnd.weft.palette';
const EVENTS = ['lm-dragenter', 'lm-dragover', 'lm-dragleave', 'lm-drop'];

/** Something dropped on the canvas. */
export interface CellDrop {
  into(editor: Editor, pipelinePath: string): void;
}

/** Takes drags of notebook cells and palette items on behalf of a widget. These are Lumino's drags, not HTML5's. */
export class CellDropTarget {
  constructor(
    private readonly _widget: Widget,
    private readonly _onDrop: (drop: CellDrop) => void
  ) {}

  attach(): void {
    EVENTS.forEach(type => this._widget.node.addEventListener(type, this, true));
  }

  detach(): void {
    EVENTS.forEach(type => this._widget.node.removeEventListener(type, this, true));
  }

  handleEvent(event: Event): void {
    const drag = event as Drag.Event;
    const { mimeData } = drag;
    if (!mimeData?.hasData(CELLS) && !mimeData?.hasData(PALETTE)) {
      return;
    }
    drag.preventDefault();
    drag.stopPropagation();
    this._widget.toggleClass(
      'jp-mod-dropTarget',
      drag.type === 'lm-dragenter' || drag.type === 'lm-dragover'
    );
    if (drag.type === 'lm-dragover' || drag.type === 'lm-drop') {
      drag.dropAction = 'copy';
    }
    if (drag.type === 'lm-drop') {
      this._onDrop(mimeData.hasData(CELLS) ? cellsDrop(drag) : paletteDrop(drag));
    }
  }
}

const at = (editor: Editor, drag: Drag.Event) => {
  const point = { x: drag.clientX, y: drag.clientY };
  return editor.canvas?.toFlow(point) ?? ([0, 0] as [number, number]);
};

function cellsDrop(drag: Drag.Event): CellDrop {
  const cells = drag.mimeData.getData(CELLS) as ICell[];
  const panel = drag.source instanceof Notebook ? drag.source.parent : null;
  return {
    into: (editor, pipelinePath) => {
      const refs = cellRefs(
        cells.map(({ id, cell_type, source }) => ({
          id: String(id),
          type: String(cell_type),
          source: Array.isArray(source) ? source.join('') : source
        }))
      );
      if (!(panel instanceof NotebookPanel) || refs.length === 0) {
        editor.host.notify('Only code cells of an open notebook can be dropped here.', 'warning');
        return;
      }
      addCellsNode(editor, relativeTo(pipelinePath, panel.context.path), refs, at(editor, drag));
    }
  };
}

function paletteDrop(drag: Drag.Event): CellDrop {
  const item: unknown = drag.mimeData.getData(PALETTE);
  return {
    into: editor => {
      if (isPaletteItem(item)) {
        addPaletteItem(editor, item, at(editor, drag));
      }
    }
  };
}
