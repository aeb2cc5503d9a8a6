import { hashSource } from '../notebook';
import { type CellRef, isCells } from '../pipeline';
import type { Flow, FlowCell } from './flow';

/** A node that has to hold other cells than it does, or what it was drawn of is lost. */
export interface Refollow {
  node: string;
  cells: CellRef[];
}

/**
 * What nodes have to hold so that cells which were followed stay so. A cell is followed by what was drawn: by its
 * source, or as pieces of it. Once someone edits it there, that trail ends, and the node has to name the cell itself.
 * @param before the flow before the notebooks changed
 * @param after the flow of the same pipeline after it
 * @param isThere whether a notebook has a cell now
 */
export function keepTrack(
  before: Flow,
  after: Flow,
  isThere: (notebook: string, cell: string) => boolean
): Refollow[] {
  const found: Refollow[] = [];
  for (const { id, node, cells, fileOf } of after.nodes.values()) {
    const last = before.nodes.get(id);
    if (!isCells(node) || fileOf !== undefined || last?.node !== node) {
      continue;
    }
    const next = node.cells.flatMap(ref => {
      const trail = lostTrail(heldAs(last.cells, ref), heldAs(cells, ref), ref);
      const there = trail.filter(cell => isThere(node.notebook, cell.ref.id));
      return there.length > 0 ? there.map(cell => asItStood(cell)) : [ref];
    });
    if (next.some((ref, i) => ref !== node.cells[i])) {
      found.push({ node: id, cells: next });
    }
  }
  return found;
}

const heldAs = (cells: readonly FlowCell[], ref: CellRef): FlowCell[] =>
  cells.filter(cell => (cell.pieceOf ?? cell.drawn ?? cell.ref.id) === ref.id);

/** The cells that one stood for, when it stands for others now. */
function lostTrail(before: readonly FlowCell[], after: readonly FlowCell[], drawn: CellRef): FlowCell[] {
  const ids = (cells: readonly FlowCell[]) => cells.map(({ ref }) => ref.id).join('\n');
  const wasFollowed = ids(before) !== drawn.id;
  const isBack = ids(after) === drawn.id && after[0].state === 'ok';
  return wasFollowed && !isBack && ids(before) !== ids(after) ? [...before] : [];
}

const asItStood = ({ ref, source }: FlowCell): CellRef => ({ ...ref, hash: hashSource(source) });
