import { branchOrder } from '../flow';
import { isBranch } from '../pipeline';
import type { Action } from './action';
import { addArm, choiceOf, hasArms } from './add-arm';
import { branch } from './conditions';
import type { Editor } from './editor';

export const addElse: Action = {
  id: 'add-else',
  label: trans => trans.__('Add Else'),
  caption: trans => trans.__('Add the branch that runs when no other does'),
  icon: 'weft:branch',
  menu: ['branch'],
  writes: true,
  when: editor => hasArms(editor) && !hasElse(editor),
  do: editor => addArm(editor, choice => branch(choice))
};

function hasElse(editor: Editor): boolean {
  const choice = choiceOf(editor);
  const last = choice === undefined ? undefined : branchOrder(editor.view.flow, choice).at(-1);
  const node = last === undefined ? undefined : editor.view.flow.nodes.get(last)?.node;
  return node !== undefined && isBranch(node) && !node.when;
}
