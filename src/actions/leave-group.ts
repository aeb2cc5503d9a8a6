import type { Action } from './action';
import { currentNode, goTo } from './selection';

export const leaveGroup: Action = {
  id: 'leave-group',
  label: trans => trans.__('Go to the Group Around'),
  caption: trans => trans.__('Select the group that holds the selected node'),
  keys: ['Alt ArrowUp'],
  writes: false,
  when: editor => currentNode(editor)?.node.group !== undefined,
  do: editor => {
    const group = currentNode(editor)?.node.group;
    if (group !== undefined) {
      goTo(editor, group);
    }
  }
};
