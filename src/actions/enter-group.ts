import type { Action } from './action';
import { inScopeOrder } from './neighbours';
import { currentNode, goTo } from './selection';

export const enterGroup: Action = {
  id: 'enter-group',
  label: trans => trans.__('Go into the Group'),
  caption: trans => trans.__('Select the first node inside the selected group'),
  keys: ['Alt ArrowDown'],
  writes: false,
  when: editor => {
    const id = currentNode(editor)?.id;
    return id !== undefined && (editor.view.flow.children.get(id)?.length ?? 0) > 0;
  },
  do: editor => {
    const id = currentNode(editor)?.id;
    const first = id === undefined ? undefined : inScopeOrder(editor.view.flow, id)[0];
    if (first !== undefined) {
      goTo(editor, first);
    }
  }
};
