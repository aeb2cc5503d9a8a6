import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { feedLiterals, type OpenLiteral, openLiterals } from './literal-parameters';
import { currentNode } from './selection';

const literalsOf = (editor: Editor): OpenLiteral[] => {
  const entry = currentNode(editor);
  return entry ? openLiterals(entry) : [];
};

/** Lets a run set what a cell assigns as a literal. */
export const makeParameter: Action = {
  id: 'make-parameter',
  label: trans => trans.__('Treat as Parameter'),
  caption: trans =>
    trans.__('Make a literal of the selected cells a parameter of the pipeline, with its value as default'),
  menu: ['node'],
  writes: true,
  when: editor => literalsOf(editor).length > 0,
  do: async (editor, args) => {
    const entry = typeof args.node === 'string' ? editor.view.flow.nodes.get(args.node) : currentNode(editor);
    const literals = entry ? openLiterals(entry) : [];
    const name = typeof args.name === 'string' ? args.name : await ask(editor, literals);
    const literal = literals.find(each => each.name === name);
    if (entry && literal) {
      const made = change(editor, doc => feedLiterals(doc, entry.id, [literal]));
      editor.canvas?.announce(
        editor.trans.__('%1 is fed by the parameter %2.', literal.name, made?.[0] ?? '')
      );
    }
  }
};

async function ask(editor: Editor, literals: readonly OpenLiteral[]): Promise<string | undefined> {
  if (literals.length === 1) {
    return literals[0].name;
  }
  const title = currentNode(editor)?.title ?? '';
  const names = literals.map(({ name }) => name);
  return (await editor.canvas?.choose(title, names, editor.trans.__('Treat as parameter'))) ?? undefined;
}
