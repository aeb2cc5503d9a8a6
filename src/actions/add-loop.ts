import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addLoop: Action = {
  id: 'add-loop',
  label: trans => trans.__('Add Loop'),
  caption: trans => trans.__('Add a group that runs once for each item of a list'),
  icon: 'weft:loop',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => addPlaced(editor, { kind: 'loop', items: { value: [] } }, args)
};
