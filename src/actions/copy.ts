import { copyNodes } from '../pipeline';
import type { Action } from './action';
import { hasNodes, selectedIds } from './selection';

export const copy: Action = {
  id: 'copy',
  label: trans => trans.__('Copy'),
  caption: trans => trans.__('Copy the selected nodes as text'),
  keys: ['Accel C'],
  icon: 'ui-components:copy',
  menu: ['node'],
  writes: false,
  when: hasNodes,
  do: editor => editor.host.clipboard.write(copyNodes(editor.view.flow.pipeline, selectedIds(editor)))
};
