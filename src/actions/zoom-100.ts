import type { Action } from './action';

export const zoom100: Action = {
  id: 'zoom-100',
  label: trans => trans.__('Zoom to 100%'),
  keys: ['Shift 0'],
  writes: false,
  do: editor => editor.canvas?.zoomTo(1)
};
