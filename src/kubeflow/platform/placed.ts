import type { StepNode } from '../../pipeline';
import type { Placement, Toleration } from '../../pools';
import type { Ledger } from '../ledger';
import { uniqueName } from '../names';
import type { KubernetesExecutorConfig } from '../spec';

type Config = KubernetesExecutorConfig;
/** By field of the config: the settings of the node that it carries. */
type Says = Map<string, string[]>;

/**
 * What a step says of its pod together with what the choice of its pool means. What the step says itself wins, key
 * by key; where that leads away from the pool, the account of the pool says so.
 */
export function placed(
  node: StepNode,
  own: Config,
  placement: Placement,
  ledger: Ledger
): { config: Config; says: Says } {
  const says: Says = new Map();
  const pool = node.pool === undefined ? [] : ['pool'];
  const config: Config = { ...own };
  for (const field of Object.keys(own)) {
    says.set(field, [field === 'activeDeadlineSeconds' ? 'timeout' : `kubernetes.${field}`]);
  }
  const add = <F extends keyof Config>(field: F, value: Config[F], settings: readonly string[] = pool) => {
    config[field] = value;
    says.set(field, [...(says.get(field) ?? []), ...settings]);
  };
  if (Object.keys(placement.nodeSelector).length) {
    if (own.nodeSelector?.nodeSelectorJson) {
      ledger.lost(
        'kubernetes.nodeSelector',
        'A selector that is known only at run time takes the place of that of the pool.',
        'Take the pool away, or write the labels.'
      );
    } else {
      const labels = { ...placement.nodeSelector, ...own.nodeSelector?.labels };
      reportOverruled(placement.nodeSelector, labels, 'node labels', ledger);
      add('nodeSelector', { labels });
    }
  }
  if (placement.affinity.length) {
    add('nodeAffinity', affinity(placement, own.nodeAffinity ?? [], ledger));
  }
  if (placement.tolerations.length) {
    add('tolerations', [...placement.tolerations.map(toleration), ...(own.tolerations ?? [])]);
  }
  const mounts = own.emptyDirMounts ?? [];
  if (placement.sharedMemory !== undefined && !mounts.some(({ mountPath }) => mountPath === SHARED_MEMORY)) {
    const mount = { volumeName: freeVolume('dshm', own), mountPath: SHARED_MEMORY, medium: 'Memory' };
    const settings = node.resources?.sharedMemory === undefined ? pool : ['resources.sharedMemory'];
    add('emptyDirMounts', [{ ...mount, sizeLimit: placement.sharedMemory }, ...mounts], settings);
  } else if (node.resources?.sharedMemory !== undefined) {
    ledger.ignored(
      'resources.sharedMemory',
      `A volume of the step is mounted at ${SHARED_MEMORY}.`,
      'Keep one.'
    );
  }
  const { podLabels, podAnnotations } = placement;
  if (Object.keys(podLabels).length || Object.keys(podAnnotations).length) {
    const labels = { ...podLabels, ...own.podMetadata?.labels };
    const annotations = { ...podAnnotations, ...own.podMetadata?.annotations };
    reportOverruled(podLabels, labels, 'pod labels', ledger);
    reportOverruled(podAnnotations, annotations, 'pod annotations', ledger);
    add('podMetadata', { ...nonEmpty('labels', labels), ...nonEmpty('annotations', annotations) });
  }
  return { config, says };
}

const SHARED_MEMORY = '/dev/shm';

function reportOverruled(
  pool: Record<string, string>,
  labels: Record<string, string>,
  what: string,
  ledger: Ledger
): void {
  for (const [key, value] of Object.entries(pool)) {
    if (labels[key] !== value) {
      ledger.ignored(
        'pool',
        `The step's own ${what} hold ${key}=${labels[key]} where the pool has ${value}; the step's apply.`,
        'Take the label away, or choose another pool.'
      );
    }
  }
}

/**
 * Kubernetes takes any of several required terms, so what the pool requires stands in each of the step's; without
 * one, in a term of its own.
 */
function affinity(
  { affinity: expressions }: Placement,
  own: NonNullable<Config['nodeAffinity']>,
  ledger: Ledger
): Config['nodeAffinity'] {
  if (own.some(({ nodeAffinityJson }) => nodeAffinityJson)) {
    ledger.lost(
      'kubernetes.nodeAffinity',
      'An affinity that is known only at run time takes the place of that of the pool.',
      'Take the pool away, or write the affinity.'
    );
  }
  const terms = own.map(term =>
    term.weight === undefined
      ? { ...term, matchExpressions: [...expressions, ...(term.matchExpressions ?? [])] }
      : term
  );
  const isRequired = own.some(({ weight }) => weight === undefined);
  return isRequired ? terms : [{ matchExpressions: expressions }, ...terms];
}

/** A name that no volume of the step has. */
function freeVolume(
  name: string,
  { emptyDirMounts = [], genericEphemeralVolume = [], ...named }: Config
): string {
  const { secretAsVolume = [], configMapAsVolume = [], pvcMount = [] } = named;
  const taken = new Set([
    ...[...emptyDirMounts, ...genericEphemeralVolume].map(({ volumeName }) => volumeName),
    // volumes of these are called like what they mount
    ...secretAsVolume.map(({ secretName }) => secretName),
    ...configMapAsVolume.map(({ configMapName }) => configMapName),
    ...pvcMount.map(({ constant }) => constant)
  ]);
  return uniqueName(name, candidate => !taken.has(candidate));
}

const nonEmpty = (key: string, labels: Record<string, string>) =>
  Object.keys(labels).length ? { [key]: labels } : {};

/** int64 is text in protobuf's JSON. */
const toleration = ({ tolerationSeconds, ...rest }: Toleration) => ({
  ...rest,
  ...(tolerationSeconds !== undefined && { tolerationSeconds: String(tolerationSeconds) })
});
