import { isCells, mergeCells } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { goTo, selectedIds } from './selection';

/** The selected nodes, when they are cells of one notebook in one group; in the order in which they run. */
function mergeable({ view }: Editor): string[] {
  const chosen = view.flow.order.filter(id => view.selection.nodes.has(id));
  const nodes = chosen.flatMap(id => view.flow.nodes.get(id)?.node ?? []);
  const alike = nodes.every(
    node =>
      isCells(node) &&
      isCells(nodes[0]) &&
      node.notebook === nodes[0].notebook &&
      node.group === nodes[0].group
  );
  return alike && nodes.length > 1 && nodes.length === view.selection.nodes.size ? chosen : [];
}

export const mergeSteps: Action = {
  id: 'merge-steps',
  label: trans => trans.__('Merge Into One Step'),
  caption: trans =>
    trans.__('Run the cells of the selected nodes as one step; the settings of the first stay'),
  keys: ['M'],
  menu: ['node'],
  writes: true,
  when: editor => selectedIds(editor).length > 1 && mergeable(editor).length > 1,
  do: editor => {
    const [first, ...others] = mergeable(editor);
    if (first !== undefined) {
      change(editor, doc => mergeCells(doc, first, others));
      goTo(editor, first);
      editor.canvas?.announce(editor.trans.__('Merged %1 steps into one.', others.length + 1));
    }
  }
};
