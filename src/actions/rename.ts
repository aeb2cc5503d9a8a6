import { setField } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { currentNode } from './selection';

export const rename: Action = {
  id: 'rename',
  label: t => t('Rename'),
  caption: t => t('Give the selected node another title'),
  keys: ['F2'],
  icon: 'ui-components:edit',
  writes: true,
  when: editor => currentNode(editor) !== undefined,
  do: (editor, args) => {
    const node = currentNode(editor);
    if (!node) {
      return;
    }
    if (typeof args.title === 'string') {
      setTitle(editor, node.id, args.title);
    } else {
      editor.canvas?.rename(node.id);
    }
  }
};

/** Stores a title; an empty one goes back to the title that follows from the content. */
export function setTitle(editor: Editor, id: string, title: string): void {
  const text = title.trim();
  const node = editor.view.flow.nodes.get(id);
  if (node && text !== node.title && text !== (node.node.title ?? '')) {
    change(editor, doc => setField(doc, id, ['title'], text || undefined));
  }
}
