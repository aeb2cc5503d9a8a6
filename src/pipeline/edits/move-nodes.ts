import type { Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';

/** Sets the top left corners of nodes, in flow units; stored as whole numbers. Ids of no node are passed over. */
export function moveNodes(doc: SharedPipeline, positions: Readonly<Record<string, Position>>): void {
  doc.transact(() => {
    for (const [id, [x, y]] of Object.entries(positions)) {
      if (Object.hasOwn(doc.stored.nodes, id) && Number.isFinite(x) && Number.isFinite(y)) {
        // Adding 0 turns -0 into 0, which is what the file reads back.
        doc.write(['layout', id], [Math.round(x) + 0, Math.round(y) + 0]);
      }
    }
  });
}
