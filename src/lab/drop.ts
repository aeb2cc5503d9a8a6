import type { ICell } from '@jupyterlab/nbformat';
import { Notebook, NotebookPanel } from '@jupyterlab/notebook';
import type { Drag } from '@lumino/dragdrop';
import type { Widget } from '@lumino/widgets';
import { ACTIONS, type OpenEditor } from '../actions';
import { cellRefs, relativeTo } from './host';
import { FILES } from './import/dropped-files';

/** What the notebook puts on a drag of cells; JupyterLab does not export the name. */
const CELLS = 'application/vnd.jupyter.cells';
/** What our palette puts on a drag: the id of the action that adds the item. */
export const ADD_ACTION = 'application/vnd.weft.add-action';
/** What a canvas takes, and what the source of the drag allows to be done with it. */
const DROP_ACTIONS = [
  [CELLS, 'copy'],
  [ADD_ACTION, 'copy'],
  [FILES, 'move']
] as const;
const EVENTS = ['lm-dragenter', 'lm-dragover', 'lm-dragleave', 'lm-drop'];

/** Something dropped on the canvas: the action that adds it, with its arguments. */
export interface DroppedAction {
  id: string;
  args: Record<string, unknown>;
}

/** Does an action, unless the pipeline is read-only. */
export async function doAction(editor: OpenEditor, { id, args }: DroppedAction): Promise<void> {
  const action = ACTIONS.find(other => other.id === id);
  if (action && !(action.writes && editor.view.readOnly)) {
    await action.do(editor, args);
  }
}

/** Takes drags of notebook cells, palette items and files on behalf of a widget. These are Lumino's drags, not HTML5's. */
export class DropTarget {
  /**
   * @param _widget the widget whose node takes the drops
   * @param _onDrop called with what was dropped and where on the screen
   */
  constructor(
    private readonly _widget: Widget,
    private readonly _onDrop: (drag: Drag.Event) => void
  ) {}

  attach(): void {
    EVENTS.forEach(type => this._widget.node.addEventListener(type, this, true));
  }

  detach(): void {
    EVENTS.forEach(type => this._widget.node.removeEventListener(type, this, true));
  }

  handleEvent(event: Event): void {
    const drag = event as Drag.Event;
    const type = DROP_ACTIONS.find(([mime]) => drag.mimeData?.hasData(mime));
    if (!type) {
      return;
    }
    drag.preventDefault();
    drag.stopPropagation();
    this._widget.toggleClass(
      'jp-mod-dropTarget',
      drag.type === 'lm-dragenter' || drag.type === 'lm-dragover'
    );
    if (drag.type === 'lm-dragover' || drag.type === 'lm-drop') {
      [, drag.dropAction] = type;
    }
    if (drag.type === 'lm-drop') {
      this._onDrop(drag);
    }
  }
}

/**
 * What a drop asks for; null when there is nothing in it that a pipeline can hold, such as Markdown cells only.
 * @param pipeline path of the pipeline, to which the notebook's path is made relative
 */
export function droppedAction(drag: Drag.Event, pipeline: string): DroppedAction | null {
  if (drag.mimeData.hasData(ADD_ACTION)) {
    return { id: String(drag.mimeData.getData(ADD_ACTION)), args: {} };
  }
  const panel = drag.source instanceof Notebook ? drag.source.parent : null;
  const cells = cellRefs(
    (drag.mimeData.getData(CELLS) as ICell[]).map(({ id, cell_type, source }) => ({
      id: String(id),
      type: String(cell_type),
      source: Array.isArray(source) ? source.join('') : source
    }))
  );
  return panel instanceof NotebookPanel && cells.length > 0
    ? { id: 'add-cells', args: { notebook: relativeTo(pipeline, panel.context.path), cells } }
    : null;
}
