import type { Action } from './action';
import { tellOverwritten } from './tell-overwritten';

export const redo: Action = {
  id: 'redo',
  label: trans => trans.__('Redo'),
  caption: trans => trans.__('Make the change again that was taken back last'),
  keys: ['Accel Shift Z', 'Accel Y'],
  inPanels: true,
  icon: 'ui-components:redo',
  writes: true,
  when: editor => editor.view.canRedo,
  do: editor => tellOverwritten(editor, editor.doc.redo())
};
