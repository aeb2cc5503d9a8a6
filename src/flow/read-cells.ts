import type { AnalyzedNotebook } from '../notebook';
import type { CellsNode } from '../pipeline';
import type { FlowCell, NotebookFault } from './flow';
import { followCells } from './follow-cells';

export const isFault = (found: AnalyzedNotebook | NotebookFault): found is NotebookFault =>
  'message' in found;

/** Finds the cells of nodes in their notebook; for each node in notebook order, missing ones last. */
export function readCells(
  nodes: readonly CellsNode[],
  found: AnalyzedNotebook | NotebookFault
): FlowCell[][] {
  return isFault(found)
    ? nodes.map(node => node.cells.map(ref => ({ ref, state: 'unread', index: -1, source: '' })))
    : followCells(
        nodes.map(node => node.cells),
        found
      );
}
