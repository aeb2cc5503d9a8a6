import type { Action } from './action';

export const tidy: Action = {
  id: 'tidy',
  label: trans => trans.__('Tidy'),
  caption: trans => trans.__('Arrange all nodes from left to right'),
  keys: ['Shift Alt T'],
  icon: 'weft:tidy',
  menu: ['canvas'],
  writes: true,
  when: editor => editor.view.flow.nodes.size > 1,
  do: editor => editor.canvas?.tidy()
};
