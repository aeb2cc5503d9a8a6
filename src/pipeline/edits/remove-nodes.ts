import { withDescendants } from '../queries/descendants';
import { namedNode } from '../references';
import type { SharedPipeline } from '../shared/contract';
import { mapAllReferences } from './map-all-references';

/**
 * Removes nodes, what groups among them hold, and all that other nodes take from them; a setting that cannot do
 * without goes on naming them, so that the checks can say so. Unknown ids are passed over.
 */
export function removeNodes(doc: SharedPipeline, ids: Iterable<string>): void {
  const gone = withDescendants(doc.stored.nodes, ids);
  doc.transact(() => {
    gone.forEach(id => doc.write(['nodes', id], undefined));
    mapAllReferences(doc, ({ to }) => (gone.has(namedNode(to) ?? '') ? undefined : to));
  });
}
