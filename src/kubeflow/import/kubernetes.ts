import type { Binding, Kubernetes } from '../../pipeline';
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
    tolerations: config.tolerations?.map(
      ({ tolerationJson, tolerationSeconds, ...rest }) =>
        binding(tolerationJson, read) ?? { ...rest, ...whole({ tolerationSeconds }) }
    ),
    nodeAffinity: config.nodeAffinity?.map(
      ({ nodeAffinityJson, ...rest }) => binding(nodeAffinityJson, read) ?? rest
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
  return selector && (binding(selector.nodeSelectorJson, read) ?? selector.labels ?? {});
}

/** int64, which a spec writes as text. */
const whole = (fields: Record<string, string | undefined>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, text]) => (text === undefined ? [] : [[key, Number(text)]]))
  );
