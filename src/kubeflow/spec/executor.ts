import { type Static } from 'typebox';
import { ContainerSpec } from './container';
import { flag, int32, map, message, struct, text } from './protobuf';
import { ArtifactTypeSchema } from './types';
import { RuntimeValue } from './values';

export const ImporterSpec = message({
  artifactUri: RuntimeValue,
  typeSchema: ArtifactTypeSchema,
  properties: map(RuntimeValue),
  customProperties: map(RuntimeValue),
  reimport: flag,
  metadata: struct,
  downloadToWorkspace: flag
});
export type ImporterSpec = Static<typeof ImporterSpec>;

/** Looks artifacts up; the open-source backend refuses it. */
export const ResolverSpec = message({ outputArtifactQueries: map(message({ filter: text, limit: int32 })) });
export type ResolverSpec = Static<typeof ResolverSpec>;

/** `PipelineDeploymentConfig.ExecutorSpec`. */
export const ExecutorSpec = message(
  {
    container: ContainerSpec,
    importer: ImporterSpec,
    resolver: ResolverSpec,
    customJob: message({ customJob: struct })
  },
  { oneofs: [['container', 'importer', 'resolver', 'customJob']] }
);
export type ExecutorSpec = Static<typeof ExecutorSpec>;

/** `PipelineDeploymentConfig`, which a pipeline holds as a free Struct. */
export const DeploymentSpec = message({ executors: map(ExecutorSpec) }, { proto: 'struct' });
export type DeploymentSpec = Static<typeof DeploymentSpec>;
