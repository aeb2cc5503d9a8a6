import { isNotebook, nodeTitle, type PipelineNode } from '../pipeline';
import type { FlowCell } from './flow';

const LONGEST = 40;

/** Lines that prepare rather than say what a cell does: magics, shell lines, imports. */
const PREPARES = /^(%|!|import\s|from\s+\S+\s+import\s)/;

/**
 * What a node is called: the title that a user gave it, else the heading above its first cell, else the first line of
 * its cells that says something, else what the document says. A whole notebook is called as its file.
 */
export function titleOf(id: string, node: PipelineNode, cells: readonly FlowCell[] = []): string {
  const line = isNotebook(node) ? undefined : (cells[0]?.heading ?? firstLine(cells));
  return node.title || line?.slice(0, LONGEST).trim() || nodeTitle(node, id);
}

function firstLine(cells: readonly FlowCell[]): string | undefined {
  const lines = cells
    .flatMap(({ source }) => source.split('\n'))
    .map(line => line.trim().replace(/^#+(\s*%%)?\s*/, ''))
    .filter(line => line !== '');
  return lines.find(line => !PREPARES.test(line)) ?? lines[0];
}
