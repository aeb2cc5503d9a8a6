import { setField } from '../pipeline';
import type { Action } from './action';
import { makeGroup, mayGroup } from './make-group';

export const groupAsLoop: Action = {
  id: 'group-as-loop',
  label: trans => trans.__('Group as Loop'),
  caption: trans => trans.__('Run the selected nodes once for each item of a list'),
  keys: ['Shift L'],
  icon: 'weft:loop',
  menu: ['node'],
  writes: true,
  when: mayGroup,
  do: editor => makeGroup(editor, 'loop', (doc, id) => setField(doc, id, ['items'], { value: [] }))
};
