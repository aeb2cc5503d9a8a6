import type { Action } from './action';

export const zoomOut: Action = {
  id: 'zoom-out',
  label: t => t('Zoom Out'),
  keys: ['-'],
  icon: 'weft:zoom-out',
  writes: false,
  do: editor => editor.canvas?.zoomBy(0.8)
};
