import { boxesOf, type FlowNode } from '../flow';
import { isCells, splitCells } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import type { Editor } from './editor';
import { movedNames } from './moved-names';
import { currentNode } from './selection';

const GAP = 32;

/** The cells that leave: one that is named, else all but the first. */
function leaving({ node, cells }: FlowNode, args: Record<string, unknown>): string[] {
  const ids = isCells(node) ? cells.map(({ ref }) => ref.id) : [];
  return typeof args.cell === 'string' ? ids.filter(id => id === args.cell && ids.length > 1) : ids.slice(1);
}

export const splitStep: Action = {
  id: 'split-step',
  label: trans => trans.__('Split Into Steps'),
  caption: trans => trans.__('Give each cell of the selected node a step of its own, with the same settings'),
  menu: ['node'],
  writes: true,
  when: editor => {
    const entry = currentNode(editor);
    return entry !== undefined && leaving(entry, {}).length > 0;
  },
  do: (editor, args) => {
    const entry = typeof args.node === 'string' ? editor.view.flow.nodes.get(args.node) : currentNode(editor);
    const cells = entry ? leaving(entry, args) : [];
    if (entry && cells.length > 0) {
      const made = change(editor, doc => {
        const { x, y, height } = boxOf(editor, entry.id);
        return cells.map((cell, i) =>
          splitCells(doc, entry.id, [cell], movedNames(entry, [cell]), [x, y + (i + 1) * (height + GAP)])
        );
      });
      editor.select({ nodes: [entry.id, ...(made ?? [])] });
      editor.canvas?.announce(editor.trans.__('Split into %1 steps.', cells.length + 1));
    }
  }
};

function boxOf({ view }: Editor, id: string) {
  return boxesOf(view.flow).get(id) ?? { x: 0, y: 0, height: 0 };
}
