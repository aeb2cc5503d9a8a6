import type { AnalyzedCell, AnalyzedNotebook } from '../notebook';

/** A cell that took in the sources of cells which are gone. */
export interface MergedCell {
  /** As it stands now. */
  into: AnalyzedCell;
  /** As they stood, in notebook order; the cell itself is one of them when it kept its id. */
  parts: AnalyzedCell[];
}

/** What stands between the sources of merged cells: JupyterLab leaves a blank line or none, other editors a line end. */
const SEAMS = ['\n\n', '\n'];

/** Finds the cells that were merged: cells side by side that are gone, whose sources stand in one cell together. */
export function mergedCells(before: AnalyzedNotebook, after: AnalyzedNotebook): MergedCell[] {
  const now = new Map(after.cells.map(cell => [cell.id, cell]));
  if (before.cells.every(({ id }) => now.has(id))) {
    return [];
  }
  const last = new Map(before.cells.map(cell => [cell.id, cell]));
  return after.cells
    .filter(cell => last.get(cell.id)?.source !== cell.source && cell.source.trim() !== '')
    .flatMap(into => {
      const parts = partsOf(before.cells, into, ({ id }) => id === into.id || !now.has(id));
      return parts ? [{ into, parts }] : [];
    });
}

function partsOf(
  cells: readonly AnalyzedCell[],
  { source }: AnalyzedCell,
  isGone: (cell: AnalyzedCell) => boolean
): AnalyzedCell[] | undefined {
  const whole = source.trimEnd();
  for (const seam of SEAMS) {
    for (let start = 0; start < cells.length - 1; start++) {
      let end = start;
      let joined = '';
      while (end < cells.length && isGone(cells[end]) && whole.startsWith(joined.trimEnd())) {
        joined += (end > start ? seam : '') + cells[end++].source;
        if (end - start > 1 && joined.trimEnd() === whole) {
          return cells.slice(start, end);
        }
      }
    }
  }
  return undefined;
}
