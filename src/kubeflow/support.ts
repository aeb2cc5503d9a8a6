import { type Target, TARGETS } from './target';

/**
 * First target that honours a field, for fields that some target does not (read from the release tags of
 * kubeflow/pipelines). Nothing in the list is older than 2.3, so whatever is not named here works everywhere.
 */
const FIRST_TARGET = {
  activeDeadlineSeconds: 'kfp-2.5',
  emptyDirMounts: 'kfp-2.5',
  nodeSelector: 'kfp-2.5',
  podMetadata: 'kfp-2.5',
  resources: 'kfp-2.5',
  tolerations: 'kfp-2.5',
  nodeAffinity: 'kfp-2.14',
  securityContext: 'kfp-2.16'
} as const satisfies Record<string, Target>;
export type Feature = keyof typeof FIRST_TARGET;

/** Why `target` does not honour a field and what to do; undefined when it does. */
export function unsupported(target: Target, feature: Feature): { message: string; fix?: string } | undefined {
  if (target === 'local') {
    return { message: 'A local run uses this machine as it is: no pool, pod or limit applies.' };
  }
  const first = FIRST_TARGET[feature];
  return TARGETS.indexOf(target) >= TARGETS.indexOf(first)
    ? undefined
    : {
        message: `Kubeflow Pipelines ${release(target)} does not honour \`${feature}\`; ${release(first)} is the first release that does.`,
        fix: `Choose the target ${first} or a newer one.`
      };
}

const release = (target: Target) => target.replace('kfp-', '');
