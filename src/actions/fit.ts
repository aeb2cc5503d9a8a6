import type { Action } from './action';

export const fit: Action = {
  id: 'fit',
  label: trans => trans.__('Fit'),
  caption: trans => trans.__('Show the whole pipeline'),
  keys: ['Shift 1'],
  icon: 'weft:fit',
  menu: ['canvas'],
  writes: false,
  when: editor => editor.view.flow.nodes.size > 0,
  do: editor => editor.canvas?.fit()
};
