import type { Action } from './action';
import { addPlaced } from './add-placed';
import { branch, OPEN_CONDITION } from './conditions';

export const addBranch: Action = {
  id: 'add-branch',
  label: trans => trans.__('Add If'),
  caption: trans => trans.__('Add a group that runs when a condition holds'),
  icon: 'weft:branch',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => addPlaced(editor, branch(undefined, OPEN_CONDITION), args)
};
