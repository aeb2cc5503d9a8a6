import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addExitHandler: Action = {
  id: 'add-exit-handler',
  label: trans => trans.__('Add Exit Handler'),
  caption: trans => trans.__('Add a group after which exit steps run, however it ends'),
  icon: 'weft:exit-handler',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => addPlaced(editor, { kind: 'exit-handler' }, args)
};
