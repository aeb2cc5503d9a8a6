import { isBinding, type Kubernetes } from '../../pipeline';
import type {
  KubernetesExecutorConfig,
  NodeAffinityTerm,
  ParameterSource,
  PvcMount,
  TolerationSpec
} from '../spec';
import type { StepScope } from '../step-scope';
import { type Name, nameFields, settingSource } from './setting-scope';

type Setting = keyof Kubernetes;

/** How each setting of a node is written into the executor's config; what comes from elsewhere is read in its scope. */
export const SETTING_WRITERS: {
  [S in Setting]-?: (value: NonNullable<Kubernetes[S]>, scope: StepScope) => KubernetesExecutorConfig[S];
} = {
  secretAsVolume: (list, scope) =>
    list.map(({ secretName, ...rest }, i) => ({
      ...secret(secretName, `secretAsVolume.${i}`, scope),
      ...rest
    })),
  secretAsEnv: (list, scope) =>
    list.map(({ secretName, ...rest }, i) => ({
      ...secret(secretName, `secretAsEnv.${i}`, scope),
      ...rest
    })),
  configMapAsVolume: (list, scope) =>
    list.map(({ configMapName, ...rest }, i) => ({
      ...configMap(configMapName, `configMapAsVolume.${i}`, scope),
      ...rest
    })),
  configMapAsEnv: (list, scope) =>
    list.map(({ configMapName, ...rest }, i) => ({
      ...configMap(configMapName, `configMapAsEnv.${i}`, scope),
      ...rest
    })),
  imagePullSecret: (list, scope) =>
    list.map(({ secretName }, i) => secret(secretName, `imagePullSecret.${i}`, scope)),
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

const secret = (name: Name, at: string, scope: StepScope) =>
  nameFields(name, `kubernetes.${at}.secretName`, 'secretName', 'secretNameParameter', scope);

const configMap = (name: Name, at: string, scope: StepScope) =>
  nameFields(name, `kubernetes.${at}.configMapName`, 'configMapName', 'configMapNameParameter', scope);

type Mount = NonNullable<Kubernetes['pvcMount']>[number];

/** The volume claim three times over: by the older field for its kind, and by the newer one. */
function pvcMount({ pvcName, ...rest }: Mount, field: string, scope: StepScope): PvcMount {
  const { constant, pvcNameParameter } = nameFields(pvcName, field, 'constant', 'pvcNameParameter', scope);
  return {
    ...rest,
    ...(constant !== undefined && { constant }),
    ...olderSource(pvcNameParameter),
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
