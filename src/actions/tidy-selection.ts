import type { Action } from './action';
import { selectedIds } from './selection';

export const tidySelection: Action = {
  id: 'tidy-selection',
  label: trans => trans.__('Tidy Selection'),
  caption: trans => trans.__('Arrange the selected nodes from left to right'),
  menu: ['node'],
  writes: true,
  when: editor => editor.view.selection.nodes.size > 1,
  do: editor => editor.canvas?.tidy(selectedIds(editor))
};
