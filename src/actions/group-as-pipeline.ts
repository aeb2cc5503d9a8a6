import type { Action } from './action';
import { makeGroup, mayGroup } from './make-group';

export const groupAsPipeline: Action = {
  id: 'group-as-pipeline',
  label: trans => trans.__('Group as Sub-Pipeline'),
  caption: trans => trans.__('Make the selected nodes a pipeline inside the pipeline'),
  keys: ['Accel G'],
  icon: 'weft:sub-pipeline',
  menu: ['node'],
  writes: true,
  when: mayGroup,
  do: editor => makeGroup(editor, 'pipeline')
};
