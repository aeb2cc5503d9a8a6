import type { Action } from './action';
import { addArm, hasArms } from './add-arm';
import { branch, OPEN_CONDITION } from './conditions';

export const addElseIf: Action = {
  id: 'add-else-if',
  label: trans => trans.__('Add Else-If'),
  caption: trans => trans.__('Add a branch that is tried when those before it do not hold'),
  icon: 'weft:branch',
  menu: ['branch'],
  writes: true,
  when: hasArms,
  do: editor => addArm(editor, (choice, rank) => branch(choice, OPEN_CONDITION, rank))
};
