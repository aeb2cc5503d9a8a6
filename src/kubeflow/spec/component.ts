import { type Static } from 'typebox';
import { DagSpec } from './dag';
import { Definitions, OutputDefinitions } from './definitions';
import { SinglePlatformSpec } from './platform';
import { enumeration, flag, list, message, text } from './protobuf';

/** `TaskConfigPassthrough`: a setting of the pod that is handed to the program of the task. */
export const TaskConfigPassthrough = message({
  field: enumeration({
    NONE: 0,
    RESOURCES: 1,
    ENV: 2,
    KUBERNETES_AFFINITY: 3,
    KUBERNETES_TOLERATIONS: 4,
    KUBERNETES_NODE_SELECTOR: 5,
    KUBERNETES_VOLUMES: 6
  }),
  applyToTask: flag
});
export type TaskConfigPassthrough = Static<typeof TaskConfigPassthrough>;

export const ComponentSpec = message(
  {
    inputDefinitions: Definitions,
    outputDefinitions: OutputDefinitions,
    dag: DagSpec,
    executorLabel: text,
    singlePlatformSpecs: list(SinglePlatformSpec),
    taskConfigPassthroughs: list(TaskConfigPassthrough)
  },
  { oneofs: [['dag', 'executorLabel']] }
);
export type ComponentSpec = Static<typeof ComponentSpec>;
