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

/**
 * Finds the cells that were merged: code cells that are gone, with none in between that stays, whose sources stand in
 * one cell together. Where a Markdown cell stood beside one, its text may stand there too.
 */
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
  into: AnalyzedCell,
  isGone: (cell: AnalyzedCell) => boolean
): AnalyzedCell[] | undefined {
  const isNew = cells.every(({ id }) => id !== into.id);
  // One alone took in the text beside it; without such text it only lost its id.
  const isMerged = ([first, ...others]: readonly AnalyzedCell[]): boolean =>
    others.length > 0 || (isNew && first?.source.trim() !== into.source.trim());
  for (const seam of SEAMS) {
    for (let start = 0; start < cells.length; start++) {
      const parts = cells.slice(start, endOf(cells, start, into.source, seam, isGone));
      if (parts.length > 0 && isMerged(parts)) {
        return parts;
      }
    }
  }
  return undefined;
}

/** Up to where the cells from a first one on make up a text; the first one itself when they do not. */
function endOf(
  cells: readonly AnalyzedCell[],
  start: number,
  source: string,
  seam: string,
  isGone: (cell: AnalyzedCell) => boolean
): number {
  const text = seam + source + seam + seam;
  let at = 0;
  let end = start;
  for (let next = start; next < cells.length && isGone(cells[next]); next++) {
    const found = behind(cells[next].source, text, at, seam, hasTextAbove(cells, next));
    if (found === undefined) {
      break;
    }
    at = found;
    if (text.slice(at).trim() === '' || hasTextAbove(cells, next + 1)) {
      end = next + 1;
    }
  }
  return end;
}

/** The place behind a source, which stands in the text between seams: at a place, or below when other text may come. */
function behind(
  source: string,
  text: string,
  at: number,
  seam: string,
  isBelow: boolean
): number | undefined {
  for (const part of [source, source.trimEnd()]) {
    const sought = seam + part + seam;
    const found = text.startsWith(sought, at) ? at : isBelow && part !== '' ? text.indexOf(sought, at) : -1;
    if (found >= 0) {
      return found + seam.length + part.length;
    }
  }
  return undefined;
}

/** Whether other cells than code stand above a code cell; behind the last one there may be some. */
const hasTextAbove = (cells: readonly AnalyzedCell[], place: number): boolean =>
  place === cells.length || cells[place].index > (cells[place - 1]?.index ?? -1) + 1;
