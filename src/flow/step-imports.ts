import type { PlannedNode } from './cell-ports';
import { notebookCell } from './notebook-cells';
import { ownCells } from './own-cells';

/**
 * Top-level modules that a step imports, from its own cells and from what is copied in front of them; sorted.
 * Relative imports are left out: they name no package.
 */
export function stepImports(planned: PlannedNode): string[] {
  const { notebook, plan } = planned;
  const own = new Set(ownCells(planned).map(({ id }) => id));
  const copied = (cell: string, line: number) =>
    plan.prelude.some(slice => slice.cell === cell && slice.startLine <= line && line <= slice.endLine);
  const read = new Set([...own, ...plan.prelude.map(({ cell }) => cell)]);
  const modules = [...read].flatMap(id =>
    (notebookCell(notebook, id)?.facts.imports ?? [])
      .filter(({ line }) => own.has(id) || copied(id, line))
      .map(({ module }) => module.split('.')[0])
  );
  return [...new Set(modules.filter(Boolean))].sort();
}
