import type { FlowNode } from '../flow';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { feedLiterals, openLiterals } from './literal-parameters';
import { currentNode } from './selection';

/** Literals of cells that are tagged `parameters`. */
export const taggedLiterals = (entry: FlowNode) => openLiterals(entry).filter(({ tagged }) => tagged);

/** Makes parameters of all literals of the cells that are tagged so, in one step. */
export const makeParameters: Action = {
  id: 'make-parameters',
  label: trans => trans.__('Treat Tagged Literals as Parameters'),
  caption: trans => trans.__('Make parameters of all literals in the cells that are tagged “parameters”'),
  menu: ['node'],
  writes: true,
  when: editor => {
    const entry = currentNode(editor);
    return entry !== undefined && taggedLiterals(entry).length > 0;
  },
  do: (editor, args) => {
    const entry = typeof args.node === 'string' ? editor.view.flow.nodes.get(args.node) : currentNode(editor);
    if (entry) {
      const names = change(editor, doc => feedLiterals(doc, entry.id, taggedLiterals(entry))) ?? [];
      editor.canvas?.announce(editor.trans.__('Parameters made: %1.', names.join(', ')));
    }
  }
};

/** Offers to make parameters of the tagged literals of the selected node; nothing where there are none. */
export function offerParameters(editor: Editor): void {
  const entry = currentNode(editor);
  const literals = entry ? taggedLiterals(entry) : [];
  if (literals.length > 0) {
    editor.host.offer?.(
      editor.trans.__('Its cell is tagged “parameters”: %1.', literals.map(({ name }) => name).join(', ')),
      editor.trans.__('Treat as parameters'),
      () => void makeParameters.do(editor, { node: entry?.id })
    );
  }
}
