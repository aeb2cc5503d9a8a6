import { type Static, Type } from 'typebox';

/*
 * Kubeflow's compiled form, as far as this version writes it: `PipelineSpec` of
 * api/v2alpha1/pipeline_spec.proto at schema 2.1.0, in protobuf's JSON form (camelCase, int64 as text).
 */

const closed = { additionalProperties: false };
const optional = Type.Optional;
const text = Type.String();
const texts = Type.Array(text);
const map = <S extends Type.TSchema>(schema: S) => Type.Record(Type.String(), schema);

export const PARAMETER_KINDS = [
  'STRING',
  'NUMBER_INTEGER',
  'NUMBER_DOUBLE',
  'BOOLEAN',
  'LIST',
  'STRUCT'
] as const;

export const ArtifactTypeSchema = Type.Object({ schemaTitle: text, schemaVersion: text }, closed);
export type ArtifactTypeSchema = Static<typeof ArtifactTypeSchema>;

export const ParameterDefinition = Type.Object(
  {
    parameterType: Type.Enum(PARAMETER_KINDS),
    defaultValue: optional(Type.Unknown()),
    isOptional: optional(Type.Boolean()),
    description: optional(text)
  },
  closed
);
export type ParameterDefinition = Static<typeof ParameterDefinition>;

export const ArtifactDefinition = Type.Object(
  { artifactType: ArtifactTypeSchema, isOptional: optional(Type.Boolean()), description: optional(text) },
  closed
);
export type ArtifactDefinition = Static<typeof ArtifactDefinition>;

export const Definitions = Type.Object(
  { parameters: optional(map(ParameterDefinition)), artifacts: optional(map(ArtifactDefinition)) },
  closed
);
export type Definitions = Static<typeof Definitions>;

export const ComponentSpec = Type.Object(
  { executorLabel: text, inputDefinitions: optional(Definitions), outputDefinitions: optional(Definitions) },
  closed
);
export type ComponentSpec = Static<typeof ComponentSpec>;

export const ParameterSource = Type.Union([
  Type.Object(
    { taskOutputParameter: Type.Object({ producerTask: text, outputParameterKey: text }, closed) },
    closed
  ),
  Type.Object({ componentInputParameter: text }, closed),
  Type.Object({ runtimeValue: Type.Object({ constant: Type.Unknown() }, closed) }, closed)
]);
export type ParameterSource = Static<typeof ParameterSource>;

export const ArtifactSource = Type.Object(
  { taskOutputArtifact: Type.Object({ producerTask: text, outputArtifactKey: text }, closed) },
  closed
);
export type ArtifactSource = Static<typeof ArtifactSource>;

export const TaskInputs = Type.Object(
  { parameters: optional(map(ParameterSource)), artifacts: optional(map(ArtifactSource)) },
  closed
);
export type TaskInputs = Static<typeof TaskInputs>;

export const RetryPolicy = Type.Object(
  {
    maxRetryCount: Type.Integer(),
    backoffDuration: text,
    backoffFactor: Type.Number(),
    backoffMaxDuration: text
  },
  closed
);
export type RetryPolicy = Static<typeof RetryPolicy>;

export const TaskSpec = Type.Object(
  {
    taskInfo: Type.Object({ name: text }, closed),
    componentRef: Type.Object({ name: text }, closed),
    inputs: optional(TaskInputs),
    dependentTasks: optional(texts),
    cachingOptions: Type.Object({ enableCache: optional(Type.Boolean()) }, closed),
    retryPolicy: optional(RetryPolicy)
  },
  closed
);
export type TaskSpec = Static<typeof TaskSpec>;

export const Accelerator = Type.Object(
  { type: text, count: text, resourceType: text, resourceCount: text },
  closed
);

/** Each amount twice: as text for today's servers, as a number (cores, 10^9 bytes) for those before 2.4. */
export const ResourceSpec = Type.Object(
  {
    resourceCpuLimit: optional(text),
    resourceCpuRequest: optional(text),
    resourceMemoryLimit: optional(text),
    resourceMemoryRequest: optional(text),
    cpuLimit: optional(Type.Number()),
    cpuRequest: optional(Type.Number()),
    memoryLimit: optional(Type.Number()),
    memoryRequest: optional(Type.Number()),
    accelerator: optional(Accelerator)
  },
  closed
);
export type ResourceSpec = Static<typeof ResourceSpec>;

export const ContainerSpec = Type.Object(
  {
    image: text,
    command: optional(texts),
    args: optional(texts),
    env: optional(Type.Array(Type.Object({ name: text, value: text }, closed))),
    resources: optional(ResourceSpec)
  },
  closed
);
export type ContainerSpec = Static<typeof ContainerSpec>;

export const ImporterSpec = Type.Object(
  {
    artifactUri: Type.Union([
      Type.Object({ constant: text }, closed),
      Type.Object({ runtimeParameter: text }, closed)
    ]),
    typeSchema: ArtifactTypeSchema,
    reimport: optional(Type.Boolean()),
    metadata: optional(map(Type.Unknown()))
  },
  closed
);
export type ImporterSpec = Static<typeof ImporterSpec>;

export const ExecutorSpec = Type.Union([
  Type.Object({ container: ContainerSpec }, closed),
  Type.Object({ importer: ImporterSpec }, closed)
]);
export type ExecutorSpec = Static<typeof ExecutorSpec>;

export const PipelineSpec = Type.Object(
  {
    pipelineInfo: Type.Object({ name: text, description: optional(text) }, closed),
    schemaVersion: Type.Literal('2.1.0'),
    sdkVersion: text,
    deploymentSpec: Type.Object({ executors: map(ExecutorSpec) }, closed),
    components: map(ComponentSpec),
    root: Type.Object(
      { dag: Type.Object({ tasks: map(TaskSpec) }, closed), inputDefinitions: optional(Definitions) },
      closed
    )
  },
  closed
);
export type PipelineSpec = Static<typeof PipelineSpec>;
