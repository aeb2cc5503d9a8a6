import type { SharedPipeline } from '../shared/contract';
import { setPipelineField } from './set-pipeline-field';

/** Sets the name or another text of the pipeline; an empty text is none, and the pipeline keeps a name. */
export function setMeta(
  doc: SharedPipeline,
  key: 'name' | 'description' | 'displayName' | 'pipelineRoot',
  value: string
): void {
  setPipelineField(doc, [key], value === '' ? undefined : value);
}
