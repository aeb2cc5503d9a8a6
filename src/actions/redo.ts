import type { Action } from './action';

export const redo: Action = {
  id: 'redo',
  label: t => t('Redo'),
  caption: t => t('Make the change again that was taken back last'),
  keys: ['Accel Shift Z', 'Accel Y'],
  icon: 'ui-components:redo',
  writes: true,
  when: editor => editor.view.canRedo,
  do: editor => editor.doc.redo()
};
