import type { Action } from './action';
import { connectEnds } from './connect-ends';
import { currentNode } from './selection';

/** Connects without a pointer: once at the node that gives, once more at the node that takes. */
export const connect: Action = {
  id: 'connect',
  label: trans => trans.__('Connect'),
  caption: trans => trans.__('Start a connection at the selected node, or end it there'),
  keys: ['C'],
  writes: true,
  when: editor => currentNode(editor) !== undefined,
  do: async editor => {
    const node = currentNode(editor);
    const start = editor.view.connecting;
    if (!node) {
      return;
    }
    if (start === null) {
      editor.setConnecting(node.id);
      editor.canvas?.announce(
        editor.trans.__(
          'Connecting from %1. Go to another node and press C again; Escape gives up.',
          node.title
        )
      );
      return;
    }
    editor.setConnecting(null);
    if (start !== node.id) {
      await connectEnds(editor, { node: start }, { node: node.id });
    }
  }
};
