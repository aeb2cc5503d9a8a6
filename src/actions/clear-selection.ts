import type { Action } from './action';

export const clearSelection: Action = {
  id: 'clear-selection',
  label: trans => trans.__('Clear Selection'),
  caption: trans => trans.__('Give up the connection in progress, then select nothing'),
  keys: ['Escape'],
  writes: false,
  when: ({ view }) => view.connecting !== null || view.selection.nodes.size + view.selection.edges.size > 0,
  do: editor => {
    if (editor.view.connecting !== null) {
      editor.setConnecting(null);
      editor.canvas?.announce(editor.trans.__('Connection given up.'));
      return;
    }
    editor.select({});
  }
};
