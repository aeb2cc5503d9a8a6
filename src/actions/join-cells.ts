import { boxesOf, type Flow, type FlowNode, isIn } from '../flow';
import { addCells, type CellRef, isCells, mergeCells, moveCells, type Position } from '../pipeline';
import { change } from './change';
import type { Editor } from './editor';
import { movedNames } from './moved-names';
import { goTo } from './selection';

/** The node of cells of a notebook that is drawn at a place. */
export function cardAt(flow: Flow, notebook: string, place: Position): string | undefined {
  const boxes = boxesOf(flow);
  return [...flow.nodes.values()].find(({ id, node }) => {
    const box = boxes.get(id);
    return isCells(node) && node.notebook === notebook && box !== undefined && isIn(box, place);
  })?.id;
}

/**
 * Lets cells run in a node, as one step. Those that another node of the pipeline runs leave it, with what was decided
 * about their names; a node that has none left goes.
 */
export function joinCells(editor: Editor, into: string, cells: readonly CellRef[]): void {
  const { flow } = editor.view;
  const ids = cells.map(({ id }) => id);
  const holds = ({ node }: FlowNode) => isCells(node) && node.cells.some(({ id }) => ids.includes(id));
  const notebookOf = (id: string) =>
    (flow.nodes.get(id)?.node as { notebook?: string } | undefined)?.notebook;
  const holders = [...flow.nodes.values()].filter(
    entry =>
      entry.id !== into &&
      entry.fileOf === undefined &&
      notebookOf(entry.id) === notebookOf(into) &&
      holds(entry)
  );
  change(editor, doc => {
    for (const holder of holders) {
      const held = isCells(holder.node) ? holder.node.cells.map(({ id }) => id) : [];
      const going = held.filter(id => ids.includes(id));
      if (going.length === held.length) {
        mergeCells(doc, into, [holder.id]);
      } else {
        moveCells(doc, holder.id, into, going, movedNames(holder, going));
      }
    }
    addCells(doc, into, cells);
  });
  goTo(editor, into);
  const title = flow.nodes.get(into)?.title ?? into;
  editor.canvas?.announce(editor.trans.__('%1 runs %2 more cells.', title, cells.length));
}
