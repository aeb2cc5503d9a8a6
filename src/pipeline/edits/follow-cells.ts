import type { CellRef } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireCells } from './change-node';
import { PipelineEditError } from './edit-error';
import { splitCells } from './move-cells';

/**
 * Puts cells in the place of one: the pieces that it was cut in, or the cell that it became a part of. None take it out
 * of the node.
 * @throws PipelineEditError when the node does not hold the old cell.
 */
export function replaceCell(doc: SharedPipeline, id: string, old: string, cells: readonly CellRef[]): void {
  const node = requireCells(doc, id);
  const held = node.cells.find(ref => ref.id === old);
  if (!held) {
    throw new PipelineEditError(`The node "${id}" does not hold the cell "${old}".`, id, ['cells']);
  }
  const others = new Set(node.cells.filter(ref => ref !== held).map(ref => ref.id));
  const fresh = cells.filter(cell => !others.has(cell.id)).map(cell => ({ ...held, ...cell }));
  putNode(doc, id, { ...node, cells: node.cells.flatMap(ref => (ref === held ? fresh : [ref])) });
}

/**
 * Follows cells of a node that are in another notebook now. When they are all of its cells the node draws from there;
 * else they get a node of their own beside it, since a step runs cells of one notebook.
 * @param cells the cells there, by the ids under which the node holds them
 * @returns The id of the node that draws from the other notebook.
 */
export function followToNotebook(
  doc: SharedPipeline,
  id: string,
  notebook: string,
  cells: ReadonlyMap<string, CellRef>
): string {
  const node = requireCells(doc, id);
  const [x, y] = doc.pipeline.layout[id] ?? [0, 0];
  let follower = id;
  doc.transact(() => {
    if (node.cells.some(ref => !cells.has(ref.id))) {
      const names = { inputs: [], outputs: [] };
      follower = splitCells(doc, id, [...cells.keys()], names, [x + BESIDE, y + BESIDE]);
    }
    const moved = requireCells(doc, follower);
    putNode(doc, follower, {
      ...moved,
      notebook,
      cells: moved.cells.map(ref => ({ ...ref, ...cells.get(ref.id) }))
    });
  });
  return follower;
}

/** How far from a node one that comes out of it is put, in flow units. */
const BESIDE = 40;
