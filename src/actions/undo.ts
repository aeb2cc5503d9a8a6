import type { Action } from './action';
import { tellOverwritten } from './tell-overwritten';

export const undo: Action = {
  id: 'undo',
  label: trans => trans.__('Undo'),
  caption: trans => trans.__('Take back your last change of the pipeline'),
  keys: ['Accel Z'],
  inPanels: true,
  icon: 'ui-components:undo',
  writes: true,
  when: editor => editor.view.canUndo,
  do: editor => tellOverwritten(editor, editor.doc.undo())
};
