import type { Action, Translation } from './action';
import type { Editor } from './editor';
import { wires } from './group-wires';
import { round } from './round';
import { currentNode, selectedEdges } from './selection';

/** The node whose edges an editor's user is going through. */
const around = new WeakMap<Editor, string>();

/** Goes through the edges of the selected node, so that they can be read and deleted without a pointer. */
export const walkEdges: Action[] = [
  action('next-edge', trans => trans.__('Go to the Next Edge of the Node'), 'Shift Alt ArrowDown', 1),
  action('previous-edge', trans => trans.__('Go to the Previous Edge of the Node'), 'Shift Alt ArrowUp', -1)
];

function action(id: string, label: (trans: Translation) => string, key: string, step: 1 | -1): Action {
  return {
    id,
    label,
    keys: [key],
    writes: false,
    when: editor => currentNode(editor) !== undefined || selectedEdges(editor).length > 0,
    do: editor => {
      const chosen = selectedEdges(editor).at(-1);
      const node = currentNode(editor)?.id ?? around.get(editor) ?? chosen?.target;
      const edges = wires(editor.view.flow).filter(edge => edge.source === node || edge.target === node);
      if (node === undefined || edges.length === 0) {
        editor.canvas?.announce(editor.trans.__('This node has no edges.'));
        return;
      }
      around.set(editor, node);
      const at = edges.findIndex(edge => edge === chosen);
      const { id, source, target, sourcePort, kind } = edges[round(at, step, edges.length)];
      editor.select({ edges: [id] });
      const title = (end: string) => editor.view.flow.nodes.get(end)?.title ?? end;
      editor.canvas?.announce(
        kind === 'order'
          ? editor.trans.__('Edge: %1 runs after %2', title(target), title(source))
          : editor.trans.__(
              'Edge: %1 from %2 to %3',
              sourcePort ?? editor.trans.__('item'),
              title(source),
              title(target)
            )
      );
    }
  };
}
