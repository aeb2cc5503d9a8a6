import { type Static, Type } from 'typebox';
import { count } from './count';
import { Binding } from './ports';

const optional = Type.Optional;
const text = Type.String();
const list = Type.Array;
const labels = Type.Record(Type.String({ pattern: '^' }), text);
/** A name that is written here, or comes from elsewhere when the pipeline runs. */
const name = Type.Union([text, Binding]);
const access = { mountPath: text, optional: optional(Type.Boolean()) };
const variable = { envVar: text };
const expression = Type.Object({
  key: text,
  operator: Type.Enum(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
  values: optional(list(text))
});
const weight = Type.Integer({ minimum: 0, maximum: 100 });
const envEntry = Type.Object({ name: text, value: optional(text) });
const quantities = Type.Record(Type.String({ pattern: '^' }), text);

/**
 * What the pod of a step needs from Kubernetes. The fields are those of `KubernetesExecutorConfig`
 * (kubernetes_platform/proto/kubernetes_executor_config.proto) under its own names; a name, selector, toleration or
 * affinity may be a binding instead, for which the spec has a second field.
 */
export const Kubernetes = Type.Object({
  secretAsVolume: optional(list(Type.Object({ secretName: name, ...access }))),
  secretAsEnv: optional(
    list(
      Type.Object({
        secretName: name,
        keyToEnv: list(Type.Object({ secretKey: text, ...variable })),
        optional: optional(Type.Boolean())
      })
    )
  ),
  configMapAsVolume: optional(list(Type.Object({ configMapName: name, ...access }))),
  configMapAsEnv: optional(
    list(
      Type.Object({
        configMapName: name,
        keyToEnv: list(Type.Object({ configMapKey: text, ...variable })),
        optional: optional(Type.Boolean())
      })
    )
  ),
  pvcMount: optional(list(Type.Object({ pvcName: name, mountPath: text, subPath: optional(text) }))),
  emptyDirMounts: optional(
    list(
      Type.Object({
        volumeName: text,
        mountPath: text,
        medium: optional(text),
        sizeLimit: optional(text)
      })
    )
  ),
  genericEphemeralVolume: optional(
    list(
      Type.Object({
        volumeName: text,
        mountPath: text,
        accessModes: list(text),
        size: text,
        defaultStorageClass: optional(Type.Boolean()),
        storageClassName: optional(text),
        metadata: optional(Type.Object({ labels: optional(labels), annotations: optional(labels) }))
      })
    )
  ),
  nodeSelector: optional(Type.Union([Binding, labels])),
  tolerations: optional(
    list(
      Type.Union([
        Binding,
        Type.Object({
          key: optional(text),
          operator: optional(Type.Enum(['Equal', 'Exists'])),
          value: optional(text),
          effect: optional(text),
          /** Seconds. */
          tolerationSeconds: optional(Type.Integer())
        })
      ])
    )
  ),
  nodeAffinity: optional(
    list(
      Type.Union([
        Binding,
        Type.Object({
          matchExpressions: optional(list(expression)),
          matchFields: optional(list(expression)),
          /** 1 to 100: preferred; absent: required. */
          weight: optional(weight)
        })
      ])
    )
  ),
  podAffinity: optional(
    list(
      Type.Object({
        matchPodExpressions: optional(list(expression)),
        matchPodLabels: optional(labels),
        topologyKey: text,
        namespaces: optional(list(text)),
        matchNamespaceExpressions: optional(list(expression)),
        matchNamespaceLabels: optional(labels),
        weight: optional(weight),
        anti: optional(Type.Boolean())
      })
    )
  ),
  podMetadata: optional(Type.Object({ labels: optional(labels), annotations: optional(labels) })),
  imagePullSecret: optional(list(Type.Object({ secretName: name }))),
  imagePullPolicy: optional(Type.Enum(['Always', 'Never', 'IfNotPresent'])),
  securityContext: optional(
    Type.Object({
      runAsUser: optional(Type.Integer()),
      runAsGroup: optional(Type.Integer()),
      runAsNonRoot: optional(Type.Boolean())
    })
  ),
  fieldPathAsEnv: optional(list(Type.Object({ name: text, fieldPath: text }))),
  initContainers: optional(
    list(
      Type.Object({
        name: text,
        image: text,
        command: optional(list(text)),
        args: optional(list(text)),
        env: optional(list(envEntry)),
        volumeMounts: optional(list(Type.Object({ volumeName: text, mountPath: text }))),
        restartPolicy: optional(text),
        resources: optional(Type.Object({ requests: optional(quantities), limits: optional(quantities) }))
      })
    )
  )
});
export type Kubernetes = Static<typeof Kubernetes>;

/** Settings of all runs of a pipeline: `PipelineConfig` under its own names; times in seconds. */
export const PipelineConfig = Type.Object({
  resourceTtlOnCompletion: optional(count()),
  resourceTtlOnSuccess: optional(count()),
  resourceTtlOnFailure: optional(count()),
  activeDeadlineSeconds: optional(count()),
  workspace: optional(
    Type.Object({
      /** A Kubernetes quantity, such as 10Gi. */
      size: text,
      kubernetes: optional(Type.Object({ pvcSpecPatch: optional(Type.Record(text, Type.Unknown())) }))
    })
  )
});
export type PipelineConfig = Static<typeof PipelineConfig>;
