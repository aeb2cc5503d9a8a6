import { type Flow } from '../flow';
import { isChoice, type Position } from '../pipeline';
import type { Action } from './action';
import type { Editor } from './editor';
import { groupable } from './make-group';
import { moveTo } from './move-to';
import { placeBeside } from './places';

export const moveOutOfGroup: Action = {
  id: 'move-out-of-group',
  label: trans => trans.__('Move out of Group'),
  caption: trans => trans.__('Move the selected nodes out of the group they are in'),
  keys: ['Accel Alt ArrowUp'],
  icon: 'weft:ungroup',
  menu: ['node'],
  writes: true,
  when: editor => home(editor) !== undefined,
  do: editor => {
    const { flow } = editor.view;
    const group = home(editor);
    if (group !== undefined) {
      const from = outermostOf(flow, group, groupable(editor));
      const place: Position = placeBeside(flow, from);
      moveTo(editor, groupable(editor), flow.nodes.get(from)?.node.group, place);
    }
  }
};

/** The group that all of the selection is in. */
function home(editor: Editor): string | undefined {
  const groups = new Set(groupable(editor).map(id => editor.view.flow.nodes.get(id)?.node.group));
  return groups.size === 1 ? [...groups][0] : undefined;
}

/** The group to leave: nodes other than branches leave the choice together with their branch. */
function outermostOf(flow: Flow, group: string, ids: readonly string[]): string {
  const around = flow.nodes.get(group)?.node.group;
  const onlyBranches = ids.every(id => flow.nodes.get(id)?.node.kind === 'branch');
  const holder = around === undefined ? undefined : flow.nodes.get(around)?.node;
  return around !== undefined && holder && isChoice(holder) && !onlyBranches ? around : group;
}
