import type { Action } from './action';

export const clearSelection: Action = {
  id: 'clear-selection',
  label: t => t('Clear Selection'),
  caption: t => t('Give up the connection in progress, then select nothing'),
  keys: ['Escape'],
  writes: false,
  when: ({ view }) => view.connecting !== null || view.selection.nodes.size + view.selection.edges.size > 0,
  do: editor => {
    if (editor.view.connecting !== null) {
      editor.setConnecting(null);
      editor.canvas?.announce(editor.trans('Connection given up.'));
      return;
    }
    editor.select({});
  }
};
