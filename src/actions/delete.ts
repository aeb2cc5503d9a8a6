import { removeNodes } from '../pipeline';
import type { Action } from './action';
import { change, refuse } from './change';
import { disconnect, wiresBeside } from './disconnect';
import { selectedIds } from './selection';

export const deleteSelection: Action = {
  id: 'delete',
  label: trans => trans.__('Delete'),
  caption: trans => trans.__('Delete the selected nodes and edges'),
  keys: ['Delete', 'Backspace'],
  icon: 'ui-components:delete',
  menu: ['node', 'edge'],
  writes: true,
  when: ({ view }) => view.selection.nodes.size + view.selection.edges.size > 0,
  do: editor => {
    const { flow, selection } = editor.view;
    const nodes = selectedIds(editor);
    const edges = wiresBeside(flow, selection.nodes, selection.edges);
    const kept =
      change(editor, doc => {
        removeNodes(doc, nodes);
        return edges.filter(edge => !disconnect(doc, flow, edge));
      }) ?? [];
    if (kept.length > 0) {
      refuse(
        editor,
        editor.trans.__('This order follows from a file that the code writes and reads; change the code.')
      );
    }
    const gone = nodes.length + edges.length - kept.length;
    editor.canvas?.announce(editor.trans.__('Deleted %1. Undo brings it back.', gone));
    editor.canvas?.focus();
  }
};
