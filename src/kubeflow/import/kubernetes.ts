import { type Binding, isBinding, type Kubernetes } from '../../pipeline';
import type { KubernetesExecutorConfig, ParameterSource, PvcMount } from '../spec';

/** Reads what feeds a setting as a binding. */
export type ReadSource = (source: ParameterSource) => Binding | undefined;

/** The fields that stand in a spec as they are drawn. */
const PLAIN = [
  'emptyDirMounts',
  'genericEphemeralVolume',
  'podAffinity',
  'podMetadata',
  'imagePullPolicy',
  'fieldPathAsEnv',
  'initContainers'
] as const;

/** What the pod of a step needs from Kubernetes; undefined when that is nothing. */
export function kubernetes(config: KubernetesExecutorConfig, read: ReadSource): Kubernetes | undefined {
  const name = (plain: string | undefined, source: ParameterSource | undefined): string | Binding =>
    named(plain, source, read);
  const { secretAsVolume, secretAsEnv, configMapAsVolume, configMapAsEnv, imagePullSecret } = config;
  const settings = {
    ...Object.fromEntries(PLAIN.flatMap(key => (config[key] === undefined ? [] : [[key, config[key]]]))),
    secretAsVolume: secretAsVolume?.map(({ secretName, secretNameParameter, ...rest }) => ({
      secretName: name(secretName, secretNameParameter),
      ...rest
    })),
    secretAsEnv: secretAsEnv?.map(({ secretName, secretNameParameter, ...rest }) => ({
      secretName: name(secretName, secretNameParameter),
      ...rest
    })),
    configMapAsVolume: configMapAsVolume?.map(({ configMapName, configMapNameParameter, ...rest }) => ({
      configMapName: name(configMapName, configMapNameParameter),
      ...rest
    })),
    configMapAsEnv: configMapAsEnv?.map(({ configMapName, configMapNameParameter, ...rest }) => ({
      configMapName: name(configMapName, configMapNameParameter),
      ...rest
    })),
    imagePullSecret: imagePullSecret?.map(({ secretName, secretNameParameter }) => ({
      secretName: name(secretName, secretNameParameter)
    })),
    pvcMount: config.pvcMount?.map(mount => pvcMount(mount, name)),
    nodeSelector: nodeSelector(config.nodeSelector, read),
    tolerations: each(config.tolerations, ({ tolerationJson, tolerationSeconds, ...rest }) =>
      bindingOr({ ...rest, ...whole({ tolerationSeconds }) }, tolerationJson, read)
    ),
    nodeAffinity: each(config.nodeAffinity, ({ nodeAffinityJson, ...rest }) =>
      bindingOr(rest, nodeAffinityJson, read)
    ),
    securityContext: config.securityContext && {
      ...config.securityContext,
      ...whole({ runAsUser: config.securityContext.runAsUser, runAsGroup: config.securityContext.runAsGroup })
    }
  };
  const given = Object.entries(settings).filter(([, setting]) => setting !== undefined);
  return given.length ? (Object.fromEntries(given) as Kubernetes) : undefined;
}

/** A name that is written or comes from elsewhere; the deprecated field says it too where it is written. */
function named(
  plain: string | undefined,
  source: ParameterSource | undefined,
  read: ReadSource
): string | Binding {
  const from = binding(source, read);
  if (from && 'value' in from) {
    return typeof from.value === 'string' ? from.value : (plain ?? '');
  }
  return from ?? plain ?? '';
}

const binding = (source: ParameterSource | undefined, read: ReadSource) =>
  source ? read(source) : undefined;

/** What feeds a setting, else what it is; undefined when that looks like a binding, as it would be read as one. */
function bindingOr<T>(
  plain: T,
  source: ParameterSource | undefined,
  read: ReadSource
): T | Binding | undefined {
  return binding(source, read) ?? (isBinding(plain) ? undefined : plain);
}

/** All of a list or nothing: what is left out of a list cannot be told from what was never there. */
function each<T, U>(list: readonly T[] | undefined, read: (item: T) => U | undefined): U[] | undefined {
  const items = list?.map(read);
  return items?.some(item => item === undefined) ? undefined : (items as U[] | undefined);
}

function pvcMount(
  {
    taskOutputParameter,
    constant,
    componentInputParameter,
    pvcNameParameter,
    mountPath = '',
    ...rest
  }: PvcMount,
  name: (plain: string | undefined, source: ParameterSource | undefined) => string | Binding
) {
  const older = taskOutputParameter
    ? { taskOutputParameter }
    : componentInputParameter === undefined
      ? undefined
      : { componentInputParameter };
  return { pvcName: name(constant, pvcNameParameter ?? older), mountPath, ...rest };
}

function nodeSelector(selector: KubernetesExecutorConfig['nodeSelector'], read: ReadSource) {
  return selector && bindingOr(selector.labels ?? {}, selector.nodeSelectorJson, read);
}

/** int64, which a spec writes as text. */
const whole = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, text]) => (text === undefined ? [] : [[key, Number(text)]]))
  );
