import { isHiddenState } from '../notebook';
import { isCode, type PortType, setField } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { type ExportChoice, exportChoices } from './export-choices';
import { currentNode } from './selection';

function choicesOf(editor: Editor): ExportChoice[] {
  const entry = currentNode(editor);
  const choices = entry && isCode(entry.node) ? exportChoices(entry, editor.view.kernels) : [];
  return choices.filter(({ name }) => !NAMELESS.test(name) && !isHiddenState(name));
}

/** What code throws away (`_`), and what Python asks for by name (`__all__`). */
const NAMELESS = /^_+$|^__\w+__$/;

/** Makes a name that cells leave behind, or a file that they write, an output that is kept. */
export const exportName: Action = {
  id: 'export-name',
  label: trans => trans.__('Export a Name'),
  caption: trans => trans.__('Keep a name or a file of the selected cells as an output'),
  keys: ['E'],
  menu: ['node'],
  writes: true,
  when: editor => choicesOf(editor).length > 0,
  do: async (editor, args) => {
    const node = typeof args.node === 'string' ? args.node : currentNode(editor)?.id;
    const choice = typeof args.name === 'string' ? given(args, args.name) : await ask(editor);
    if (node === undefined || !choice) {
      return;
    }
    const { name, type, file } = choice;
    change(editor, doc =>
      setField(doc, node, ['outputs', name], { type, ...(file !== undefined && { file }) })
    );
    editor.canvas?.announce(editor.trans.__('%1 is now an output, of type %2.', name, type));
  }
};

function given({ type, file }: Record<string, unknown>, name: string): ExportChoice {
  return {
    name,
    type: typeof type === 'string' ? (type as PortType) : 'Artifact',
    ...(typeof file === 'string' && { file })
  };
}

async function ask(editor: Editor): Promise<ExportChoice | undefined> {
  const choices = choicesOf(editor);
  const title = currentNode(editor)?.title ?? '';
  const names = choices.map(({ name }) => name);
  const name = await editor.canvas?.choose(title, names, editor.trans.__('Export from %1', title));
  return choices.find(choice => choice.name === name);
}
