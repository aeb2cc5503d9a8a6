import type { AnalyzedNotebook } from '../notebook';
import type { CellCandidate, FlowCell } from './flow';
import { cellsByHash } from './follow-cells';

/** The cells of one node, and the notebook it draws them from. */
interface NodeCells {
  path: string;
  cells: FlowCell[];
}

/**
 * Offers for each cell that its notebook lacks the cells of the same source in the other notebooks of the pipeline,
 * those left out that are in a node.
 */
export function offerElsewhere(
  nodes: ReadonlyMap<string, NodeCells>,
  notebooks: ReadonlyMap<string, AnalyzedNotebook>
): Map<string, FlowCell[]> {
  const taken = new Set(
    [...nodes.values()].flatMap(({ path, cells }) =>
      cells.filter(({ index }) => index >= 0).map(({ ref }) => keyOf(path, ref.id))
    )
  );
  const twins = (path: string, notebook: AnalyzedNotebook, hash: string): CellCandidate[] =>
    (cellsByHash(notebook).get(hash) ?? [])
      .filter(({ id }) => !taken.has(keyOf(path, id)))
      .map(({ id, index }) => ({ notebook: path, id, hash, index }));
  const offered = (path: string, cell: FlowCell): FlowCell => {
    if (cell.index >= 0 || cell.candidates) {
      return cell;
    }
    const candidates = [...notebooks]
      .filter(([other]) => other !== path)
      .flatMap(([other, notebook]) => twins(other, notebook, cell.ref.hash));
    return candidates.length > 0 ? { ...cell, candidates } : cell;
  };
  return new Map(
    [...nodes].map(([id, { path, cells }]) => [id, cells.map(cell => offered(path, cell))] as const)
  );
}

const keyOf = (path: string, id: string): string => JSON.stringify([path, id]);
