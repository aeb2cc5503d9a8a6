import { type Static } from 'typebox';
import { int32, message, struct, text } from './protobuf';

/** Settings of all runs of a pipeline; times in seconds, 0 for none. */
export const PipelineConfig = message({
  resourceTtlOnCompletion: int32,
  workspace: message({ size: text, kubernetes: message({ pvcSpecPatch: struct }) }),
  resourceTtlOnSuccess: int32,
  resourceTtlOnFailure: int32,
  activeDeadlineSeconds: int32
});
export type PipelineConfig = Static<typeof PipelineConfig>;
