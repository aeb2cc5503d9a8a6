import type { PlannedNode } from './cell-ports';
import { notebookCell } from './notebook-cells';

/**
 * Top-level modules that a step imports, from its own cells and from what is copied in front of them; sorted.
 * Relative imports are left out: they name no package.
 */
export function stepImports({ node, notebook, plan }: PlannedNode): string[] {
  const own = new Set(node.cells.map(cell => cell.id));
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
