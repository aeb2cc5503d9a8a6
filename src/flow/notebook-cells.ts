import type { AnalyzedCell, AnalyzedNotebook } from '../notebook';
import type { CodeLine } from './flow';

const known = new WeakMap<AnalyzedNotebook, ReadonlyMap<string, AnalyzedCell>>();

/** A cell of a notebook by its id. The cells are sorted once for each notebook, since those are never changed in place. */
export function notebookCell(notebook: AnalyzedNotebook, id: string): AnalyzedCell | undefined {
  const cells = known.get(notebook) ?? new Map(notebook.cells.map(cell => [cell.id, cell]));
  known.set(notebook, cells);
  return cells.get(id);
}

/** A line of a cell with its text; the cell is -1 when the notebook has it no longer. */
export function codeLine(notebook: AnalyzedNotebook, at: { cell: string; line: number }): CodeLine {
  const cell = notebookCell(notebook, at.cell);
  const code = cell?.factsSource.split('\n')[at.line - 1]?.trim() ?? '';
  return { cell: cell?.index ?? -1, id: at.cell, line: at.line, code };
}
