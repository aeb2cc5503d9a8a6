import type { Row } from './row';
import type { Target } from '../target';

/**
 * Fields that some target does not honour, by the names of the spec; those of a step's pod first (gpu: the tags of
 * kubeflow/pipelines were read for the first release whose code names the field). A local run ignores them all.
 */
interface FieldFacts extends Partial<Pick<Row, 'known' | 'argo' | 'fix'>> {
  since?: Target;
  why: string;
  source: string;
  /** The setting it is written for. */
  setting: string;
}

const POD = 'a local run starts no pod';
const OLD = { since: 'kfp-2.5', why: POD, source: 'kubernetes_executor_config.proto' } as const;

/** Of `KubernetesExecutorConfig`: a server refuses an executor that holds a field it does not know. */
export const POD_FIELDS = {
  activeDeadlineSeconds: { ...OLD, setting: 'timeout' },
  configMapAsEnv: { ...OLD, setting: 'kubernetes.configMapAsEnv' },
  'configMapAsEnv.optional': {
    since: 'kfp-2.15',
    known: 'kfp-2.15',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#12216',
    setting: 'kubernetes.configMapAsEnv',
    fix: 'Make sure that the config map is there, and take "optional" away.'
  },
  configMapAsVolume: { ...OLD, setting: 'kubernetes.configMapAsVolume' },
  emptyDirMounts: { ...OLD, setting: 'kubernetes.emptyDirMounts' },
  enabledSharedMemory: {
    argo: 'ignored',
    why: 'no code of the server reads it',
    source: 'kubernetes_executor_config.proto',
    setting: 'resources.sharedMemory',
    fix: 'Set the shared memory of the step, which becomes an empty-dir volume in memory.'
  },
  fieldPathAsEnv: { ...OLD, setting: 'kubernetes.fieldPathAsEnv' },
  genericEphemeralVolume: { ...OLD, setting: 'kubernetes.genericEphemeralVolume' },
  imagePullPolicy: { ...OLD, setting: 'kubernetes.imagePullPolicy' },
  imagePullSecret: { ...OLD, setting: 'kubernetes.imagePullSecret' },
  initContainers: {
    since: 'kfp-2.18',
    known: 'kfp-2.18',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#13651',
    setting: 'kubernetes.initContainers',
    fix: 'Do the same at the start of the command.'
  },
  nodeAffinity: {
    since: 'kfp-2.14',
    known: 'kfp-2.14',
    argo: 'ignored',
    why: 'no code of the server reads it',
    source: '#12028',
    setting: 'kubernetes.nodeAffinity',
    fix: 'Say it by labels in the node selector.'
  },
  'nodeAffinity.nodeAffinityJson': {
    since: 'kfp-2.14',
    known: 'kfp-2.14',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#12028',
    setting: 'kubernetes.nodeAffinity'
  },
  nodeSelector: { ...OLD, setting: 'kubernetes.nodeSelector' },
  podAffinity: {
    argo: 'ignored',
    why: 'no code of the server reads it',
    source: '#13810',
    setting: 'kubernetes.podAffinity',
    fix: 'Have the platform team set it by an admission policy for a label of the pod.'
  },
  podMetadata: { ...OLD, setting: 'kubernetes.podMetadata' },
  pvcMount: { ...OLD, setting: 'kubernetes.pvcMount' },
  'pvcMount.subPath': {
    since: 'kfp-2.16',
    known: 'kfp-2.16',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#12595',
    setting: 'kubernetes.pvcMount',
    fix: 'Mount the whole volume and use the folder in it.'
  },
  secretAsEnv: { ...OLD, setting: 'kubernetes.secretAsEnv' },
  'secretAsEnv.optional': {
    since: 'kfp-2.15',
    known: 'kfp-2.15',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#12216',
    setting: 'kubernetes.secretAsEnv',
    fix: 'Make sure that the secret is there, and take "optional" away.'
  },
  secretAsVolume: { ...OLD, setting: 'kubernetes.secretAsVolume' },
  securityContext: {
    since: 'kfp-2.16',
    known: 'kfp-2.16',
    argo: 'rejected',
    why: 'its API knows no such field',
    source: '#12832',
    setting: 'kubernetes.securityContext',
    fix: 'Have the image or the platform team set the user.'
  },
  tolerations: { ...OLD, setting: 'kubernetes.tolerations' }
} as const satisfies Record<string, FieldFacts>;

const NO_CONFIG = 'its API knows no such field, and it leaves out the whole platform document';

/** Of `PipelineConfig`: a server leaves out a platform document with a field that it does not know. */
export const CONFIG_FIELDS = {
  activeDeadlineSeconds: {
    since: 'kfp-2.17',
    known: 'kfp-2.17',
    argo: 'fails',
    why: NO_CONFIG,
    source: '#13187',
    setting: 'config.activeDeadlineSeconds',
    fix: 'Set the timeout of single steps.'
  },
  resourceTtlOnCompletion: {
    since: 'kfp-2.17',
    known: 'kfp-2.17',
    argo: 'fails',
    why: NO_CONFIG,
    source: '#13184',
    setting: 'config.resourceTtlOnCompletion'
  },
  resourceTtlOnFailure: {
    since: 'kfp-2.17',
    known: 'kfp-2.17',
    argo: 'fails',
    why: NO_CONFIG,
    source: '#13184',
    setting: 'config.resourceTtlOnFailure'
  },
  resourceTtlOnSuccess: {
    since: 'kfp-2.17',
    known: 'kfp-2.17',
    argo: 'fails',
    why: NO_CONFIG,
    source: '#13184',
    setting: 'config.resourceTtlOnSuccess'
  },
  workspace: {
    since: 'kfp-2.14',
    known: 'kfp-2.14',
    argo: 'fails',
    why: NO_CONFIG,
    source: '#11921',
    setting: 'config.workspace',
    fix: 'Mount a volume claim in the steps that share files.'
  }
} as const satisfies Record<string, FieldFacts>;

export type { FieldFacts };
