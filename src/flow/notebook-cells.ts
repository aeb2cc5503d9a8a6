import type { AnalyzedCell, AnalyzedNotebook } from '../notebook';

const known = new WeakMap<AnalyzedNotebook, ReadonlyMap<string, AnalyzedCell>>();

/** A cell of a notebook by its id. The cells are sorted once for each notebook, since those are never changed in place. */
export function notebookCell(notebook: AnalyzedNotebook, id: string): AnalyzedCell | undefined {
  const cells = known.get(notebook) ?? new Map(notebook.cells.map(cell => [cell.id, cell]));
  known.set(notebook, cells);
  return cells.get(id);
}
