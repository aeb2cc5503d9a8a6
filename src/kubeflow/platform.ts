import type { StepNode } from '../pipeline';
import type { Placement, Toleration } from '../pools';
import { durationSeconds } from './duration';
import type { KubernetesExecutorConfig } from './spec';
import { platformPath } from './spec-path';
import type { StepScope } from './step-scope';
import { type Feature, unsupported } from './targets';

type Field = keyof KubernetesExecutorConfig & Feature;

/** What the pod of a step needs beyond its container; undefined when that is nothing. */
export function platformConfig(
  node: StepNode,
  placement: Placement,
  { target, ledger, names }: StepScope
): KubernetesExecutorConfig | undefined {
  const config: KubernetesExecutorConfig = {};
  const path = platformPath(names.executor);
  const put = <F extends Field>(
    field: F,
    value: KubernetesExecutorConfig[F],
    settings: readonly string[]
  ) => {
    const refused = unsupported(target, field);
    if (!refused) {
      config[field] = value;
    }
    for (const setting of settings) {
      if (refused) {
        ledger.ignored(setting, refused.message, refused.fix);
      } else {
        ledger.compiled(setting, [...path, field]);
      }
    }
  };
  const pool = node.pool === undefined ? [] : ['pool'];

  if (Object.keys(placement.nodeSelector).length) {
    put('nodeSelector', { labels: placement.nodeSelector }, pool);
  }
  if (placement.affinity.length) {
    // one term: Kubernetes takes any of several
    put('nodeAffinity', [{ matchExpressions: placement.affinity }], pool);
  }
  if (placement.tolerations.length) {
    put('tolerations', placement.tolerations.map(toleration), pool);
  }
  if (placement.sharedMemory !== undefined) {
    const sharedMemory = node.resources?.sharedMemory === undefined ? pool : ['resources.sharedMemory'];
    const mount = { volumeName: 'dshm', mountPath: '/dev/shm', medium: 'Memory' };
    put('emptyDirMounts', [{ ...mount, sizeLimit: placement.sharedMemory }], sharedMemory);
  }
  const metadata = podMetadata(placement);
  if (metadata) {
    put('podMetadata', metadata, pool);
  }
  if (node.timeout !== undefined) {
    const seconds = durationSeconds(node.timeout);
    if (seconds) {
      put('activeDeadlineSeconds', String(seconds), ['timeout']);
    } else {
      ledger.lost('timeout', `"${node.timeout}" is no time.`, 'Write a duration such as 90s, 15m or 2h30m.');
    }
  }
  return Object.keys(config).length ? config : undefined;
}

function podMetadata({ podLabels, podAnnotations }: Placement): KubernetesExecutorConfig['podMetadata'] {
  const labels = Object.keys(podLabels).length ? { labels: podLabels } : undefined;
  const annotations = Object.keys(podAnnotations).length ? { annotations: podAnnotations } : undefined;
  return labels || annotations ? { ...labels, ...annotations } : undefined;
}

const toleration = ({ tolerationSeconds, ...rest }: Toleration) => ({
  ...rest,
  ...(tolerationSeconds !== undefined && { tolerationSeconds: String(tolerationSeconds) })
});
