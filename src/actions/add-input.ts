import { type Binding, bindInput, isBinding, isCode } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { currentNode } from './selection';

/** A name that Python takes. */
const VARIABLE = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** Feeds cells a name that their code does not show to need, such as one that they read through `eval`. */
export const addInput: Action = {
  id: 'add-input',
  label: trans => trans.__('Add Input'),
  caption: trans => trans.__('Feed the selected cells a name that their code does not show to need'),
  menu: ['node'],
  writes: true,
  when: editor => {
    const entry = currentNode(editor);
    return entry !== undefined && isCode(entry.node);
  },
  do: (editor, args) => {
    const node = typeof args.node === 'string' ? args.node : currentNode(editor)?.id;
    const { name, from } = args;
    if (node === undefined || typeof name !== 'string' || !VARIABLE.test(name) || !isBinding(from)) {
      // The inspector asks for the name and its source.
      editor.host.openInspector?.();
      return;
    }
    change(editor, doc => bindInput(doc, node, name, from as Binding));
    editor.canvas?.announce(editor.trans.__('%1 is now an input.', name));
  }
};
