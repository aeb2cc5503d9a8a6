import type { Action } from './action';

export const zoomOut: Action = {
  id: 'zoom-out',
  label: trans => trans.__('Zoom Out'),
  keys: ['-'],
  icon: 'weft:zoom-out',
  writes: false,
  do: editor => editor.canvas?.zoomBy(0.8)
};
