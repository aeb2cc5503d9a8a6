import { type Static, Type } from 'typebox';
import { Device } from './device';

const Quantity = Type.Union([Type.String(), Type.Number()], {
  description: 'a Kubernetes quantity, such as 500m, 2 or 16Gi'
});
const Labels = Type.Record(Type.String(), Type.String());
const Quantities = Type.Record(Type.String(), Quantity);
const text = (description: string) => Type.Optional(Type.String({ description }));

/** A taint as the nodes of a pool carry it; tolerations are derived from it. */
export const Taint = Type.Object({
  key: Type.String(),
  value: Type.Optional(Type.String()),
  effect: Type.Enum(['NoSchedule', 'NoExecute', 'PreferNoSchedule'])
});
export type Taint = Static<typeof Taint>;

/** One condition on the labels of a node, as `nodeAffinity` writes it. */
export const MatchExpression = Type.Object({
  key: Type.String(),
  operator: Type.Enum(['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt']),
  values: Type.Optional(Type.Array(Type.String()))
});
export type MatchExpression = Static<typeof MatchExpression>;

/** What makes a node one of the pool: all labels and all expressions hold. */
export const PoolMatch = Type.Object({
  labels: Type.Optional(Labels),
  expressions: Type.Optional(Type.Array(MatchExpression))
});
export type PoolMatch = Static<typeof PoolMatch>;

/** The size of one node; `allocatable` is what is left for pods. */
export const NodeShape = Type.Object({
  instanceTypes: Type.Optional(Type.Array(Type.String())),
  capacity: Type.Optional(Quantities),
  allocatable: Type.Optional(Quantities),
  daemonsetOverhead: Type.Optional(Quantities)
});

/** Who admits pods to the pool, and what that needs on the pod. */
export const Queue = Type.Object({
  system: Type.Enum(['kueue', 'volcano', 'kai', 'runai', 'none']),
  name: text('the queue'),
  priority: text('the priority class of the queueing system'),
  podLabels: Type.Optional(Labels),
  podAnnotations: Type.Optional(Labels),
  needs: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), {
      description:
        'pod fields that Kubeflow cannot write, such as schedulerName; reported, never dropped in silence'
    })
  )
});
export type Queue = Static<typeof Queue>;

/** A set of nodes that are alike, and what a step needs to run there. A pool without a device is a CPU pool. */
export const Pool = Type.Object({
  id: Type.String({
    pattern: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
    description: 'a DNS label; nodes of pipelines refer to it'
  }),
  displayName: text('the name shown to users'),
  description: text('one sentence for users'),
  platform: Type.Optional(Type.Enum(['gke', 'eks', 'karpenter', 'aks', 'openshift', 'generic'])),
  verified: Type.Optional(
    Type.Object({
      source: Type.Enum(['live', 'imported', 'manual']),
      at: text('the date, such as 2026-09-30')
    })
  ),
  device: Type.Optional(Device),
  nodeShape: Type.Optional(NodeShape),
  match: Type.Optional(PoolMatch),
  autoscalerLabels: Type.Optional(Labels),
  taints: Type.Optional(Type.Array(Taint)),
  scale: Type.Optional(
    Type.Object({
      min: Type.Optional(Type.Integer({ minimum: 0 })),
      max: Type.Optional(Type.Integer({ minimum: 0 })),
      provisionMinutes: Type.Optional(Type.Number({ minimum: 0 }))
    })
  ),
  capacity: Type.Optional(
    Type.Object({
      type: Type.Enum(['on-demand', 'spot', 'reserved', 'flex-start', 'capacity-block']),
      maxRunHours: Type.Optional(Type.Number({ minimum: 0 })),
      noticeSeconds: Type.Optional(Type.Number({ minimum: 0 })),
      window: Type.Optional(Type.Object({ from: text('a date'), until: text('a date') }))
    })
  ),
  queue: Type.Optional(Queue),
  defaults: Type.Optional(
    Type.Object({
      cpuPerDevice: Type.Optional(Quantity),
      memoryPerDevice: Type.Optional(Quantity),
      shmSize: Type.Optional(Quantity),
      retries: Type.Optional(Type.Integer({ minimum: 0 })),
      annotations: Type.Optional(Labels)
    })
  ),
  policy: Type.Optional(
    Type.Object({
      namespaces: Type.Optional(Type.Array(Type.String())),
      quota: Type.Optional(Quantities),
      fallback: Type.Optional(Type.Array(Type.String())),
      minBackend: Type.Optional(
        Type.Object({
          kfp: Type.Optional(
            Type.String({
              pattern: '^\\d+(\\.\\d+)*$',
              description: 'the first release that works, such as 2.14'
            })
          )
        })
      )
    })
  ),
  price: Type.Optional(
    Type.Object({
      currency: Type.Optional(Type.String()),
      perNodeHour: Type.Optional(Type.Number({ minimum: 0 })),
      per: Type.Optional(Type.Enum(['node', 'device'])),
      asOf: text('the date of the price'),
      source: text('where the price was read'),
      indicative: Type.Optional(Type.Boolean())
    })
  )
});
export type Pool = Static<typeof Pool>;

/** The file `weft.pools.yaml`, apart from what newer versions may add. */
export const CatalogFile = Type.Object(
  {
    'weft-pools': Type.Integer({ minimum: 1, description: 'version of this file format' }),
    pools: Type.Array(Pool)
  },
  {
    $id: 'urn:weft:pools:1',
    title: 'Weft pools',
    description:
      'The node pools that steps of a pipeline may choose from; weft.pools.yaml beside the pipeline.'
  }
);

/** The platform team's pools, read from `weft.pools.yaml`; unknown keys are kept. */
export interface Catalog {
  pools: Pool[];
}

/** For pipelines without a catalog beside them. */
export const emptyCatalog: Catalog = { pools: [] };
