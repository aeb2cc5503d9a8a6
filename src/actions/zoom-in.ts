import type { Action } from './action';

export const zoomIn: Action = {
  id: 'zoom-in',
  label: trans => trans.__('Zoom In'),
  keys: ['='],
  icon: 'weft:zoom-in',
  writes: false,
  do: editor => editor.canvas?.zoomBy(1.25)
};
