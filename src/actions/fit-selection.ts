import type { Action } from './action';
import { hasNodes, selectedIds } from './selection';

export const fitSelection: Action = {
  id: 'fit-selection',
  label: trans => trans.__('Fit Selection'),
  caption: trans => trans.__('Show all of the selected nodes'),
  keys: ['Shift 2'],
  writes: false,
  when: hasNodes,
  do: editor => editor.canvas?.fit(selectedIds(editor))
};
