import type { Action } from './action';
import { selectedIds } from './selection';

export const tidySelection: Action = {
  id: 'tidy-selection',
  label: t => t('Tidy Selection'),
  caption: t => t('Arrange the selected nodes from left to right'),
  writes: true,
  when: editor => editor.view.selection.nodes.size > 1,
  do: editor => editor.canvas?.tidy(selectedIds(editor))
};
