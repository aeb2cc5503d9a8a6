import type { Flow } from '../flow';
import { hashSource } from '../notebook';
import { acceptCells, type CellRef, isCells } from '../pipeline';
import type { Action } from './action';
import { change } from './change';

/** The cells that have changed since they were drawn, as they are now, by their nodes. */
export function changedCells(flow: Flow): [node: string, cells: CellRef[]][] {
  return [...flow.nodes.values()].flatMap(({ id, node, cells }): [string, CellRef[]][] => {
    const changed = isCells(node)
      ? cells.filter(({ state, pieceOf }) => state === 'changed' && pieceOf === undefined)
      : [];
    return changed.length === 0
      ? []
      : [[id, changed.map(({ ref, source }) => ({ id: ref.id, hash: hashSource(source) }))]];
  });
}

/** Whether it spares anyone something: one change is accepted beside its cell. */
export const hasManyChanges = (flow: Flow): boolean =>
  changedCells(flow).flatMap(([, cells]) => cells).length > 1;

/** Takes all cells as they are now for the drawn ones, as one undo step. */
export const acceptChanges: Action = {
  id: 'accept-changes',
  label: trans => trans.__('Accept All Changes'),
  caption: trans => trans.__('Take every cell that has changed since it was drawn as it is now'),
  writes: true,
  when: ({ view }) => changedCells(view.flow).length > 0,
  do: editor => {
    const changed = changedCells(editor.view.flow);
    change(editor, doc => changed.forEach(([node, cells]) => acceptCells(doc, node, cells)));
    const count = changed.flatMap(([, cells]) => cells).length;
    editor.canvas?.announce(editor.trans.__('Changed cells that are accepted: %1.', count));
  }
};
