import { type Static } from 'typebox';
import { double, duration, enumeration, flag, int32, message, text, texts } from './protobuf';
import { TaskInputs } from './task-inputs';

/** `PipelineTaskSpec.TriggerPolicy.TriggerStrategy`. */
export const TriggerStrategy = enumeration({
  TRIGGER_STRATEGY_UNSPECIFIED: 0,
  ALL_UPSTREAM_TASKS_SUCCEEDED: 1,
  ALL_UPSTREAM_TASKS_COMPLETED: 2
});
export type TriggerStrategy = Static<typeof TriggerStrategy>;

/** When a task runs; `condition` is CEL over the inputs of the task. */
export const TriggerPolicy = message({ condition: text, strategy: TriggerStrategy });
export type TriggerPolicy = Static<typeof TriggerPolicy>;

export const RetryPolicy = message({
  maxRetryCount: int32,
  backoffDuration: duration,
  backoffFactor: double,
  backoffMaxDuration: duration
});
export type RetryPolicy = Static<typeof RetryPolicy>;

/** A task runs once for each artifact of a list. */
export const ArtifactIterator = message({ items: message({ inputArtifact: text }), itemInput: text });
export type ArtifactIterator = Static<typeof ArtifactIterator>;

/** A task runs once for each item of a list: `raw`, JSON text, or an input of the task. */
export const ParameterIterator = message({
  items: message({ raw: text, inputParameter: text }, { oneofs: [['raw', 'inputParameter']] }),
  itemInput: text
});
export type ParameterIterator = Static<typeof ParameterIterator>;

/** `PipelineTaskSpec`. */
export const TaskSpec = message(
  {
    taskInfo: message({ name: text }),
    inputs: TaskInputs,
    dependentTasks: texts,
    cachingOptions: message({ enableCache: flag, cacheKey: text }),
    componentRef: message({ name: text }),
    triggerPolicy: TriggerPolicy,
    artifactIterator: ArtifactIterator,
    parameterIterator: ParameterIterator,
    retryPolicy: RetryPolicy,
    iteratorPolicy: message({ parallelismLimit: int32 })
  },
  { oneofs: [['artifactIterator', 'parameterIterator']] }
);
export type TaskSpec = Static<typeof TaskSpec>;
