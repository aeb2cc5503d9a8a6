import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';
import { mapAllReferences } from './map-all-references';

/**
 * Renames a parameter of the pipeline; all that names it follows.
 * @throws PipelineEditError when there is none, or another has the new name.
 */
export function renameParameter(doc: SharedPipeline, from: string, to: string): void {
  const { parameters } = doc.stored;
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
    mapAllReferences(doc, ({ to: target }) =>
      'parameter' in target && target.parameter === from ? { parameter: to } : target
    );
  });
}
