import type { Action } from './action';
import { hasNodes, selectedIds } from './selection';

export const fitSelection: Action = {
  id: 'fit-selection',
  label: t => t('Fit Selection'),
  caption: t => t('Show all of the selected nodes'),
  keys: ['Shift 2'],
  writes: false,
  when: hasNodes,
  do: editor => editor.canvas?.fit(selectedIds(editor))
};
