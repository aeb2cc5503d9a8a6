import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/** Sets the name or the description of the pipeline; an empty description is none. */
export function setMeta(doc: SharedPipeline, key: 'name' | 'description', value: string): void {
  if (key === 'name' && value === '') {
    throw new PipelineEditError('A pipeline needs a name.', undefined, ['name']);
  }
  doc.transact(() => doc.write(['meta', key], value === '' ? undefined : value));
}
