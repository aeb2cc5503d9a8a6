import { type Static, Type } from 'typebox';

/* The platform document: kubernetes_platform/proto/kubernetes_executor_config.proto, as far as we write it. */

const closed = { additionalProperties: false };
const optional = Type.Optional;
const text = Type.String();
const labels = Type.Record(Type.String(), text);

export const KubernetesExecutorConfig = Type.Object(
  {
    /** int64, so text in JSON. */
    activeDeadlineSeconds: optional(text),
    emptyDirMounts: optional(
      Type.Array(
        Type.Object(
          { volumeName: text, mountPath: text, medium: optional(text), sizeLimit: optional(text) },
          closed
        )
      )
    ),
    nodeAffinity: optional(
      Type.Array(
        Type.Object(
          {
            matchExpressions: Type.Array(
              Type.Object({ key: text, operator: text, values: optional(Type.Array(text)) }, closed)
            )
          },
          closed
        )
      )
    ),
    nodeSelector: optional(Type.Object({ labels }, closed)),
    podMetadata: optional(Type.Object({ labels: optional(labels), annotations: optional(labels) }, closed)),
    tolerations: optional(
      Type.Array(
        Type.Object(
          {
            key: optional(text),
            operator: optional(text),
            value: optional(text),
            effect: optional(text),
            tolerationSeconds: optional(text)
          },
          closed
        )
      )
    )
  },
  closed
);
export type KubernetesExecutorConfig = Static<typeof KubernetesExecutorConfig>;

export const PlatformSpec = Type.Object(
  {
    platforms: Type.Object(
      {
        kubernetes: Type.Object(
          {
            deploymentSpec: Type.Object(
              { executors: Type.Record(Type.String(), KubernetesExecutorConfig) },
              closed
            )
          },
          closed
        )
      },
      closed
    )
  },
  closed
);
export type PlatformSpec = Static<typeof PlatformSpec>;
