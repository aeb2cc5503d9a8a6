import { change, type Editor } from '../actions';
import { layoutRequest } from '../flow';
import { moveNodes, type Position } from '../pipeline';
import { layoutNewest, Superseded } from './layout/client';

/** Arranges nodes, or all that run, and writes the places that changed as one undo step. Notes stay where they are. */
export async function tidyNodes(editor: Editor, ids?: readonly string[]): Promise<void> {
  const { trans } = editor;
  try {
    const places = await layoutNewest(layoutRequest(editor.view.flow, ids));
    const { flow } = editor.view;
    const moved = Object.entries(places).filter(([id, [x, y]]) => {
      const [oldX, oldY] = flow.pipeline.layout[id] ?? [NaN, NaN];
      return flow.nodes.has(id) && (x !== oldX || y !== oldY);
    });
    if (moved.length > 0) {
      change(editor, doc => moveNodes(doc, Object.fromEntries(moved) as Record<string, Position>));
    }
    editor.canvas?.announce(trans.__('Tidied: %1 moved.', moved.length));
  } catch (error) {
    if (!(error instanceof Superseded)) {
      editor.host.notify(trans.__('The pipeline could not be tidied: %1', (error as Error).message), 'error');
    }
  }
}
