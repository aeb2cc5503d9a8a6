import type { Action } from './action';

export const selectAll: Action = {
  id: 'select-all',
  label: trans => trans.__('Select All'),
  keys: ['Accel A'],
  menu: ['canvas'],
  writes: false,
  when: editor => editor.view.flow.nodes.size > 0,
  do: editor => editor.select({ nodes: editor.view.flow.nodes.keys() })
};
