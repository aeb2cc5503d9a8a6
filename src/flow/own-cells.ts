import type { AnalyzedCell } from '../notebook';
import { isNotebook } from '../pipeline';
import type { PlannedNode } from './cell-ports';
import { notebookCell } from './notebook-cells';
import { runningCells } from './whole-notebook';

/** The cells that a node runs, in notebook order. */
export function ownCells({ node, notebook }: Pick<PlannedNode, 'node' | 'notebook'>): AnalyzedCell[] {
  return isNotebook(node)
    ? runningCells(notebook)
    : node.cells.flatMap(({ id }) => notebookCell(notebook, id) ?? []).sort((a, b) => a.index - b.index);
}
