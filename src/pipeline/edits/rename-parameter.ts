import { mapReferences } from '../references';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/**
 * Renames a parameter of the pipeline; all that names it follows.
 * @throws PipelineEditError when there is none, or another has the new name.
 */
export function renameParameter(doc: SharedPipeline, from: string, to: string): void {
  const { parameters, nodes } = doc.stored;
  if (!Object.hasOwn(parameters, from)) {
    throw new PipelineEditError(`There is no parameter "${from}" in this pipeline.`);
  }
  if (from === to) {
    return;
  }
  if (to === '' || Object.hasOwn(parameters, to)) {
    throw new PipelineEditError(
      to === '' ? 'A parameter needs a name.' : `There is a parameter "${to}" already.`
    );
  }
  doc.transact(() => {
    doc.write(['parameters', to], parameters[from]);
    doc.write(['parameters', from], undefined);
    for (const [id, node] of Object.entries(nodes)) {
      const next = mapReferences(node, ({ to: target }) =>
        'parameter' in target && target.parameter === from ? { parameter: to } : target
      );
      if (next !== node) {
        doc.write(['nodes', id], next);
      }
    }
  });
}
