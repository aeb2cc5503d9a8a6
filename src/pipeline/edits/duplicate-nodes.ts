import { withDescendants } from '../queries/descendants';
import type { Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { insertCopies } from './insert-copies';

/** Copies nodes beside themselves; the copies are fed by what feeds the originals. Returns the new ids. */
export function duplicateNodes(doc: SharedPipeline, ids: Iterable<string>, offset: Position): string[] {
  const { nodes, layout } = doc.pipeline;
  const chosen = [...withDescendants(nodes, ids)];
  const moved = chosen.flatMap((id): [string, Position][] =>
    Object.hasOwn(layout, id) ? [[id, [layout[id][0] + offset[0], layout[id][1] + offset[1]]]] : []
  );
  return insertCopies(doc, Object.fromEntries(chosen.map(id => [id, nodes[id]])), Object.fromEntries(moved));
}
