import { copyNodes, removeNodes } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { hasNodes, selectedIds } from './selection';

export const cut: Action = {
  id: 'cut',
  label: trans => trans.__('Cut'),
  caption: trans => trans.__('Copy the selected nodes as text and delete them'),
  keys: ['Accel X'],
  icon: 'ui-components:cut',
  menu: ['node'],
  writes: true,
  when: hasNodes,
  do: async editor => {
    const ids = selectedIds(editor);
    await editor.host.clipboard.write(copyNodes(editor.view.flow.pipeline, ids));
    change(editor, doc => removeNodes(doc, ids));
  }
};
