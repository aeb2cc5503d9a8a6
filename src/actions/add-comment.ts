import type { Action } from './action';
import { isPosition } from './places';
import { maySayHere } from './rights';
import { currentNode } from './selection';

export const addComment: Action = {
  id: 'add-comment',
  label: trans => trans.__('Comment'),
  caption: trans => trans.__('Say something about the selected node, or about this place'),
  keys: ['Accel Alt M'],
  icon: 'weft:comment',
  menu: ['canvas'],
  // Those who may not edit may still comment.
  writes: false,
  when: maySayHere,
  do: (editor, args) => {
    const at = isPosition(args.position) ? args.position : editor.canvas?.pointed?.();
    const node = at ? undefined : currentNode(editor)?.id;
    editor.discuss({ begin: { ...(node !== undefined && { node }), ...(at && { at }) } });
    editor.host.openInspector?.();
  }
};
