import { setField } from '../pipeline';
import type { Action } from './action';
import { OPEN_CONDITION } from './conditions';
import { makeGroup, mayGroup } from './make-group';

export const groupAsIf: Action = {
  id: 'group-as-if',
  label: trans => trans.__('Group as If'),
  caption: trans => trans.__('Run the selected nodes when a condition holds'),
  keys: ['Shift I'],
  icon: 'weft:branch',
  menu: ['node'],
  writes: true,
  when: mayGroup,
  do: editor => makeGroup(editor, 'branch', (doc, id) => setField(doc, id, ['when'], OPEN_CONDITION))
};
