import type { AnalyzedCell, AnalyzedNotebook } from '../notebook';
import type { CellRef, CellsNode } from '../pipeline';
import type { FlowCell, NotebookFault } from './flow';
import { notebookCell } from './notebook-cells';

export const isFault = (found: AnalyzedNotebook | NotebookFault): found is NotebookFault =>
  'message' in found;

/** Finds the cells of a node in its notebook; in notebook order, missing ones last. */
export function readCells(node: CellsNode, found: AnalyzedNotebook | NotebookFault): FlowCell[] {
  if (isFault(found)) {
    return node.cells.map(ref => ({ ref, state: 'unread', index: -1, source: '' }));
  }
  const drawn = new Set(node.cells.map(ref => ref.id));
  const cells = node.cells.map(ref => readCell(ref, notebookCell(found, ref.id), found.cells, drawn));
  const place = (cell: FlowCell) => (cell.index < 0 ? Infinity : cell.index);
  return cells.sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

function readCell(
  ref: CellRef,
  cell: AnalyzedCell | undefined,
  all: AnalyzedCell[],
  drawn: ReadonlySet<string>
): FlowCell {
  if (!cell) {
    const twin = all.find(other => other.hash === ref.hash && !drawn.has(other.id));
    const candidate = twin && { id: twin.id, hash: twin.hash };
    return { ref, state: 'missing', index: -1, source: '', ...(candidate && { candidate }) };
  }
  const { index, source } = cell;
  if (cell.facts.syntaxError) {
    return { ref, state: 'unparsed', index, source, syntaxError: cell.facts.syntaxError };
  }
  return { ref, state: cell.hash === ref.hash ? 'ok' : 'changed', index, source };
}
