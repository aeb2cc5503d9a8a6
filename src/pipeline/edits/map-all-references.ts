import { mapOutputs, mapReferences, type Reference, type ReferenceTarget } from '../references';
import type { Binding } from '../ports';
import type { SharedPipeline } from '../shared/contract';

/**
 * Changes the references of all nodes and of the pipeline's own outputs, where the answer differs.
 * @param map what a reference becomes, and undefined for none; `holder` is the id of the node that holds it, empty
 *   for the pipeline
 */
export function mapAllReferences(
  doc: SharedPipeline,
  map: (reference: Reference, holder: string) => ReferenceTarget | Binding | undefined
): void {
  const { nodes, outputs } = doc.stored;
  doc.transact(() => {
    for (const [id, node] of Object.entries(nodes)) {
      const next = mapReferences(node, reference => map(reference, id));
      if (next !== node) {
        doc.write(['nodes', id], next);
      }
    }
    const given = mapOutputs(outputs, reference => map(reference, ''));
    if (given !== outputs) {
      doc.write(['meta', 'outputs'], given);
    }
  });
}
