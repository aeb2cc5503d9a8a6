import type { CellRef } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireCells } from './change-node';
import { PipelineEditError } from './edit-error';

/** Adds cells of the same notebook to a node, after those it has; cells it has already are left as they are. */
export function addCells(doc: SharedPipeline, id: string, cells: readonly CellRef[]): void {
  change(doc, id, before => {
    const all = new Map(before.map(cell => [cell.id, cell]));
    cells.forEach(cell => all.has(cell.id) || all.set(cell.id, cell));
    return [...all.values()];
  });
}

/** Takes a cell out of a node. */
export function removeCell(doc: SharedPipeline, id: string, cell: string): void {
  change(doc, id, before => before.filter(ref => ref.id !== cell));
}

/** Takes the present source of cells as the drawn one: their hashes are replaced. */
export function acceptCells(doc: SharedPipeline, id: string, cells: readonly CellRef[]): void {
  const hashes = new Map(cells.map(cell => [cell.id, cell.hash]));
  change(doc, id, before => before.map(cell => ({ ...cell, hash: hashes.get(cell.id) ?? cell.hash })));
}

/**
 * Puts another cell in the place of one that is missing.
 * @throws PipelineEditError when the node does not hold the old cell, or holds the new one already.
 */
export function reanchorCell(doc: SharedPipeline, id: string, old: string, cell: CellRef): void {
  change(doc, id, before => {
    if (!before.some(ref => ref.id === old)) {
      throw new PipelineEditError(`The node "${id}" does not hold the cell "${old}".`, id, ['cells']);
    }
    if (cell.id !== old && before.some(ref => ref.id === cell.id)) {
      throw new PipelineEditError(`The node "${id}" holds the cell "${cell.id}" already.`, id, ['cells']);
    }
    return before.map(ref => (ref.id === old ? { ...ref, ...cell } : ref));
  });
}

function change(doc: SharedPipeline, id: string, edit: (cells: CellRef[]) => CellRef[]): void {
  const node = requireCells(doc, id);
  putNode(doc, id, { ...node, cells: edit(node.cells) });
}
