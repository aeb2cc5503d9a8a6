import { withDescendants } from '../queries/descendants';
import { mapReferences } from '../references';
import type { SharedPipeline } from '../shared/contract';

/** Removes nodes, what groups among them hold, and all that other nodes take from them. Unknown ids are passed over. */
export function removeNodes(doc: SharedPipeline, ids: Iterable<string>): void {
  const { nodes } = doc.stored;
  const gone = withDescendants(nodes, ids);
  doc.transact(() => {
    for (const [id, node] of Object.entries(nodes)) {
      if (gone.has(id)) {
        doc.write(['nodes', id], undefined);
      } else {
        const rest = mapReferences(node, ({ to }) => ('node' in to && gone.has(to.node) ? undefined : to));
        if (rest !== node) {
          doc.write(['nodes', id], rest);
        }
      }
    }
  });
}
