import { duplicateNodes } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { hasNodes, selectedIds } from './selection';

const OFFSET: [number, number] = [40, 40];

export const duplicate: Action = {
  id: 'duplicate',
  label: trans => trans.__('Duplicate'),
  caption: trans => trans.__('Add a copy of the selected nodes beside them'),
  keys: ['Accel D'],
  icon: 'ui-components:duplicate',
  menu: ['node'],
  writes: true,
  when: hasNodes,
  do: editor => {
    const ids = change(editor, doc => duplicateNodes(doc, selectedIds(editor), OFFSET));
    editor.select({ nodes: ids ?? selectedIds(editor) });
  }
};
