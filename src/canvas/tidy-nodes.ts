import { change, type Editor } from '../actions';
import { isNote, moveNodes, type Position } from '../pipeline';
import type { CanvasNode } from './project-nodes';
import { layoutNewest, Superseded } from './layout/client';

/** Arranges nodes, or all that run, and writes the places that changed as one undo step. Notes stay where they are. */
export async function tidyNodes(
  editor: Editor,
  nodes: readonly CanvasNode[],
  ids?: readonly string[]
): Promise<void> {
  const wanted = ids && new Set(ids);
  const chosen = nodes.filter(({ id, data }) => !isNote(data.flowNode.node) && (!wanted || wanted.has(id)));
  const { trans } = editor;
  try {
    const places = await layoutNewest({
      nodes: chosen.map(({ id, position, width = 0, height = 0 }) => ({ id, ...position, width, height })),
      edges: editor.view.flow.edges.map(({ source, target }) => ({ source, target }))
    });
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
