import { isNote, setField } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { currentNode } from './selection';

export const rename: Action = {
  id: 'rename',
  label: trans => trans.__('Rename'),
  caption: trans => trans.__('Give the selected node another title, or a note another text'),
  keys: ['F2'],
  icon: 'ui-components:edit',
  menu: ['node'],
  writes: true,
  when: editor => currentNode(editor) !== undefined,
  do: (editor, args) => {
    const node = currentNode(editor);
    if (!node) {
      return;
    }
    if (typeof args.title === 'string') {
      setName(editor, node.id, args.title);
    } else {
      editor.canvas?.rename(node.id);
    }
  }
};

/**
 * Stores what a node shows first: its title, or the text of a note. An empty title goes back to the one that follows
 * from the content.
 */
export function setName(editor: Editor, id: string, name: string): void {
  const flowNode = editor.view.flow.nodes.get(id);
  if (!flowNode) {
    return;
  }
  const { node, title } = flowNode;
  const text = name.trim();
  if (isNote(node)) {
    if (text !== node.text) {
      change(editor, doc => setField(doc, id, ['text'], text));
    }
  } else if (text !== title && text !== (node.title ?? '')) {
    change(editor, doc => setField(doc, id, ['title'], text || undefined));
  }
}
