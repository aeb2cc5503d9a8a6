import { findFault } from '../file/explain-errors';
import { setIn } from '../file/set-in';
import { PipelineFile } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/** The settings of a whole pipeline besides its parameters, nodes and layout. */
export type PipelineField =
  'name' | 'description' | 'displayName' | 'pipelineRoot' | 'config' | 'outputs' | 'imported';

/**
 * Sets one setting of the pipeline, such as `['config', 'activeDeadlineSeconds']` or `['outputs', 'model']`; undefined
 * removes it.
 * @throws PipelineEditError when the value does not fit the schema of the file.
 */
export function setPipelineField(
  doc: SharedPipeline,
  [key, ...path]: readonly [PipelineField, ...string[]],
  value: unknown
): void {
  const next = setIn(doc.stored, [key, ...path], value)[key];
  const fault = next === undefined ? null : findFault(PipelineFile.properties[key], next);
  if (fault) {
    const field = [key, ...fault.path];
    throw new PipelineEditError(
      `The pipeline cannot be set so: ${field.join('.')} ${fault.reason}.`,
      undefined,
      field
    );
  }
  if (key === 'name' && (next === undefined || next === '')) {
    throw new PipelineEditError('A pipeline needs a name.', undefined, ['name']);
  }
  doc.transact(() => doc.write(['meta', key], next));
}
