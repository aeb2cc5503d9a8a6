import { type AnalyzedCell, hashSource } from '../notebook';

/** What may have stood where a cell was cut: within a line, at its end, or with blank lines that are dropped then. */
const SEAMS = ['\n', '\n\n', '\n\n\n', ''];

/** In how many pieces at most a cell is looked for. */
const MOST = 4;

/**
 * The pieces that a cell was cut in: cells side by side, `cell` at one end, whose sources together have the hash that
 * was drawn. JupyterLab leaves the id with the last piece, other editors with the first.
 * @param cells code cells of the notebook in order
 * @param isFree whether a cell may be a piece
 * @returns the pieces in notebook order; undefined when there are none
 */
export function splitPieces(
  cells: readonly AnalyzedCell[],
  cell: AnalyzedCell,
  hash: string,
  isFree: (cell: AnalyzedCell) => boolean
): AnalyzedCell[] | undefined {
  const at = cells.indexOf(cell);
  for (const step of [-1, 1]) {
    const pieces = [cell];
    while (pieces.length < MOST) {
      const last = pieces[pieces.length - 1];
      const next = cells[at + step * pieces.length];
      if (!next || next.index !== last.index + step || !isFree(next)) {
        break;
      }
      pieces.push(next);
      const ordered = step < 0 ? [...pieces].reverse() : pieces;
      if (SEAMS.some(seam => hashSource(ordered.map(({ source }) => source).join(seam)) === hash)) {
        return ordered;
      }
    }
  }
  return undefined;
}
