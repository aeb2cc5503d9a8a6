import { type Static } from 'typebox';
import { flag, int64, list, message, text } from '../protobuf';
import { InitContainer } from './init-containers';
import { NodeAffinityTerm, NodeSelector, PodAffinityTerm, TolerationSpec } from './placement';
import { ConfigMapAsEnv, ConfigMapAsVolume, ImagePullSecret, SecretAsEnv, SecretAsVolume } from './secrets';
import { EmptyDirMount, EnabledSharedMemory, GenericEphemeralVolume, PodMetadata, PvcMount } from './volumes';

/** `KubernetesExecutorConfig` of kubernetes_platform/proto/kubernetes_executor_config.proto. */
export const KubernetesExecutorConfig = message(
  {
    secretAsVolume: list(SecretAsVolume),
    secretAsEnv: list(SecretAsEnv),
    pvcMount: list(PvcMount),
    nodeSelector: NodeSelector,
    podMetadata: PodMetadata,
    imagePullSecret: list(ImagePullSecret),
    imagePullPolicy: text,
    configMapAsVolume: list(ConfigMapAsVolume),
    configMapAsEnv: list(ConfigMapAsEnv),
    activeDeadlineSeconds: int64,
    fieldPathAsEnv: list(message({ name: text, fieldPath: text })),
    tolerations: list(TolerationSpec),
    genericEphemeralVolume: list(GenericEphemeralVolume),
    nodeAffinity: list(NodeAffinityTerm),
    podAffinity: list(PodAffinityTerm),
    enabledSharedMemory: EnabledSharedMemory,
    emptyDirMounts: list(EmptyDirMount),
    securityContext: message({ runAsUser: int64, runAsGroup: int64, runAsNonRoot: flag }),
    initContainers: list(InitContainer)
  },
  { proto: 'struct' }
);
export type KubernetesExecutorConfig = Static<typeof KubernetesExecutorConfig>;
