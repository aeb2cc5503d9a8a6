import { type CellRef, isCells } from '../pipeline';
import type { Flow, FlowCell } from './flow';
import type { Refollow } from './keep-track';
import type { MergedCell } from './merged-cells';

/** A node that a cell left because it is a part of another one now. */
export interface Dropped {
  /** Title of the node. */
  from: string;
  /** Title of the node that runs it now. */
  to: string;
  /** Place of the cell that holds its source now, from 0. */
  into: number;
}

/**
 * What nodes hold after cells of a notebook were merged: the node that held the first of them holds the cell that they
 * became, with the hash that was drawn, so that it shows as changed; the others lose theirs.
 * @param before the flow before the cells were merged
 */
export function followMerges(
  before: Flow,
  notebook: string,
  merges: readonly MergedCell[]
): { refollows: Refollow[]; dropped: Dropped[] } {
  const nodes = [...before.nodes.values()].filter(
    ({ node, fileOf }) => isCells(node) && node.notebook === notebook && fileOf === undefined
  );
  const held = new Map(nodes.map(({ id, node }) => [id, isCells(node) ? [...node.cells] : []]));
  const dropped: Dropped[] = [];
  for (const { into, parts } of merges) {
    const drawn = parts.flatMap(part =>
      nodes.flatMap(node => node.cells.filter(({ ref }) => ref.id === part.id).map(cell => ({ node, cell })))
    );
    drawn.forEach(({ node, cell }, i) => {
      const refs = held.get(node.id) ?? [];
      const at = refs.findIndex(({ id }) => id === heldAs(cell));
      const survives = i === 0 || (cell.ref.id === drawn[0].cell.ref.id && node.id !== drawn[0].node.id);
      if (at >= 0) {
        refs.splice(at, 1, ...(survives ? [{ ...refs[at], id: into.id }] : []));
      }
      if (!survives && node.id !== drawn[0].node.id) {
        dropped.push({ from: node.title, to: drawn[0].node.title, into: into.index });
      }
    });
  }
  const refollows = nodes.flatMap(({ id, node }) => {
    const cells = held.get(id) ?? [];
    return isCells(node) && !sameRefs(cells, node.cells) ? [{ node: id, cells }] : [];
  });
  return { refollows, dropped };
}

const heldAs = ({ pieceOf, drawn, ref }: FlowCell): string => pieceOf ?? drawn ?? ref.id;

const sameRefs = (a: readonly CellRef[], b: readonly CellRef[]): boolean =>
  a.length === b.length && a.every(({ id, hash }, i) => id === b[i].id && hash === b[i].hash);
