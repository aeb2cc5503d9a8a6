import { cellsTitle } from '../notebook';
import { isNotebook, nodeTitle, type PipelineNode } from '../pipeline';
import type { FlowCell } from './flow';

/**
 * What a node is called: the title that a user gave it, else that of its cells, else what the document says. A whole
 * notebook is called as its file.
 */
export function titleOf(id: string, node: PipelineNode, cells: readonly FlowCell[] = []): string {
  return node.title || (!isNotebook(node) && cellsTitle(cells)) || nodeTitle(node, id);
}
