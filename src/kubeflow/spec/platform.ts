import { type Static, Type } from 'typebox';
import { KubernetesExecutorConfig } from './kubernetes';
import { PipelineConfig } from './pipeline-config';
import { map, message, struct, text } from './protobuf';

/** `SinglePlatformSpec` of a platform that we know nothing of. */
export const SinglePlatformSpec = message({
  deploymentSpec: message({ executors: map(struct) }),
  platform: text,
  config: struct,
  pipelineConfig: PipelineConfig
});
export type SinglePlatformSpec = Static<typeof SinglePlatformSpec>;

/** `SinglePlatformSpec` of Kubernetes: its executors are free Structs in the message, and typed by the backend. */
export const KubernetesPlatform = message({
  deploymentSpec: message({ executors: map(KubernetesExecutorConfig) }),
  platform: text,
  config: struct,
  pipelineConfig: PipelineConfig
});
export type KubernetesPlatform = Static<typeof KubernetesPlatform>;

export const PlatformSpec = Type.Object(
  { platforms: message({ kubernetes: KubernetesPlatform }, { additionalProperties: SinglePlatformSpec }) },
  { additionalProperties: false }
);
export type PlatformSpec = Static<typeof PlatformSpec>;
