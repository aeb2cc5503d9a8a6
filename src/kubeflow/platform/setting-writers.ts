import { isBinding, type Kubernetes } from '../../pipeline';
import type {
  KubernetesExecutorConfig,
  NodeAffinityTerm,
  ParameterSource,
  PvcMount,
  TolerationSpec
} from '../spec';
import type { StepScope } from '../step-scope';
import { nameFields, settingSource } from './setting-scope';

type Setting = keyof Kubernetes;

/** How each setting of a node is written into the executor's config; what comes from elsewhere is read in its scope. */
export const SETTING_WRITERS: {
  [S in Setting]-?: (value: NonNullable<Kubernetes[S]>, scope: StepScope) => KubernetesExecutorConfig[S];
} = {
  secretAsVolume: (list, scope) =>
    list.map(({ secretName, ...rest }, i) => ({
      ...nameFields(
        secretName,
        `kubernetes.secretAsVolume.${i}.secretName`,
        'secretName',
        'secretNameParameter',
        scope
      ),
      ...rest
    })),
  secretAsEnv: (list, scope) =>
    list.map(({ secretName, ...rest }, i) => ({
      ...nameFields(
        secretName,
        `kubernetes.secretAsEnv.${i}.secretName`,
        'secretName',
        'secretNameParameter',
        scope
      ),
      ...rest
    })),
  configMapAsVolume: (list, scope) =>
    list.map(({ configMapName, ...rest }, i) => ({
      ...nameFields(
        configMapName,
        `kubernetes.configMapAsVolume.${i}.configMapName`,
        'configMapName',
        'configMapNameParameter',
        scope
      ),
      ...rest
    })),
  configMapAsEnv: (list, scope) =>
    list.map(({ configMapName, ...rest }, i) => ({
      ...nameFields(
        configMapName,
        `kubernetes.configMapAsEnv.${i}.configMapName`,
        'configMapName',
        'configMapNameParameter',
        scope
      ),
      ...rest
    })),
  imagePullSecret: (list, scope) =>
    list.map(({ secretName }, i) =>
      nameFields(
        secretName,
        `kubernetes.imagePullSecret.${i}.secretName`,
        'secretName',
        'secretNameParameter',
        scope
      )
    ),
  pvcMount: (list, scope) =>
    list.map((mount, i) => pvcMount(mount, `kubernetes.pvcMount.${i}.pvcName`, scope)),
  nodeSelector: (selector, scope) => {
    if (!isBinding(selector)) {
      return { labels: selector };
    }
    const nodeSelectorJson = settingSource(selector, 'kubernetes.nodeSelector', scope);
    return nodeSelectorJson && { nodeSelectorJson };
  },
  tolerations: (list, scope) =>
    list.flatMap((toleration, i): TolerationSpec[] => {
      if (isBinding(toleration)) {
        const tolerationJson = settingSource(toleration, `kubernetes.tolerations.${i}`, scope);
        return tolerationJson ? [{ tolerationJson }] : [];
      }
      const { tolerationSeconds, ...rest } = toleration;
      return [{ ...rest, ...int64({ tolerationSeconds }) }];
    }),
  nodeAffinity: (list, scope) =>
    list.flatMap((term, i): NodeAffinityTerm[] => {
      if (!isBinding(term)) {
        return [term];
      }
      const nodeAffinityJson = settingSource(term, `kubernetes.nodeAffinity.${i}`, scope);
      return nodeAffinityJson ? [{ nodeAffinityJson }] : [];
    }),
  securityContext: ({ runAsUser, runAsGroup, ...rest }) => ({ ...rest, ...int64({ runAsUser, runAsGroup }) }),
  emptyDirMounts: list => list,
  genericEphemeralVolume: list => list,
  podAffinity: list => list,
  podMetadata: metadata => metadata,
  imagePullPolicy: policy => policy,
  fieldPathAsEnv: list => list,
  initContainers: list => list
};

type Mount = NonNullable<Kubernetes['pvcMount']>[number];

/** The volume claim three times over: by the older field for its kind, and by the newer one. */
function pvcMount({ pvcName, ...rest }: Mount, field: string, scope: StepScope): PvcMount {
  const { constant, pvcNameParameter } = nameFields(pvcName, field, 'constant', 'pvcNameParameter', scope);
  const source = typeof pvcName === 'string' ? undefined : settingSource(pvcName, field, scope);
  return {
    ...rest,
    ...(constant !== undefined && { constant }),
    ...olderSource(source),
    ...(pvcNameParameter && { pvcNameParameter })
  };
}

function olderSource(
  source: ParameterSource | undefined
): Pick<PvcMount, 'taskOutputParameter' | 'componentInputParameter'> {
  const { taskOutputParameter, componentInputParameter } = source ?? {};
  return {
    ...(taskOutputParameter && { taskOutputParameter }),
    ...(componentInputParameter !== undefined && { componentInputParameter })
  };
}

/** int64 is text in protobuf's JSON. */
const int64 = <K extends string>(fields: Record<K, number | undefined>): Partial<Record<K, string>> =>
  Object.fromEntries(
    Object.entries<number | undefined>(fields).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, String(value)]]
    )
  ) as Partial<Record<K, string>>;
