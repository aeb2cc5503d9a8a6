import type { Action } from './action';

export const fit: Action = {
  id: 'fit',
  label: t => t('Fit'),
  caption: t => t('Show the whole pipeline'),
  keys: ['Shift 1'],
  icon: 'weft:fit',
  writes: false,
  when: editor => editor.view.flow.nodes.size > 0,
  do: editor => editor.canvas?.fit()
};
