import type { Action } from './action';

export const clearSelection: Action = {
  id: 'clear-selection',
  label: trans => trans.__('Clear Selection'),
  caption: trans => trans.__('Give up the drag or the connection in progress, else select nothing'),
  keys: ['Escape'],
  writes: false,
  when: ({ view }) => view.connecting !== null || view.selection.nodes.size + view.selection.edges.size > 0,
  do: editor => {
    if (editor.canvas?.giveUp()) {
      return;
    }
    if (editor.view.connecting !== null) {
      editor.setConnecting(null);
      editor.canvas?.announce(editor.trans.__('Connection given up.'));
      return;
    }
    editor.select({});
  }
};
