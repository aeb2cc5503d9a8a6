import type { Action } from './action';
import { makeGroup, mayGroup } from './make-group';

export const groupAsExitHandler: Action = {
  id: 'group-as-exit-handler',
  label: trans => trans.__('Group as Exit Handler'),
  caption: trans => trans.__('Run exit steps after the selected nodes, however they end'),
  icon: 'weft:exit-handler',
  menu: ['node'],
  writes: true,
  when: mayGroup,
  do: editor => makeGroup(editor, 'exit-handler')
};
