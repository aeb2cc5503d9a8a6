import { type Static, Type } from 'typebox';
import { count } from './count';
import { Kept, SpecNames } from './kept';
import { Kubernetes } from './kubernetes';

/** Any key at all: the default pattern leaves out keys that hold a line break. */
export const Key = Type.String({ pattern: '^' });
const Quantity = Type.String({
  description: "a Kubernetes quantity, such as 500m, 2 or 16Gi, or {{$.inputs.parameters['name']}}"
});
const Duration = Type.String({ description: 'a duration, such as 90s, 15m or 2h30m' });

/** CPU, memory and accelerators of one step; requests equal limits unless given. */
export const Resources = Type.Object({
  cpu: Type.Optional(Quantity),
  cpuRequest: Type.Optional(Quantity),
  memory: Type.Optional(Quantity),
  memoryRequest: Type.Optional(Quantity),
  accelerators: Type.Optional(Type.Union([Type.Integer({ minimum: 0 }), Type.String()])),
  accelerator: Type.Optional(
    Type.String({
      description: 'Kubernetes resource that is asked for, such as nvidia.com/gpu; a pool says it'
    })
  ),
  sharedMemory: Type.Optional(Quantity)
});
export type Resources = Static<typeof Resources>;

/** How often and how soon a failed step is tried again. */
export const Retry = Type.Object({
  max: count(),
  backoff: Type.Optional(Duration),
  factor: Type.Optional(Type.Number({ minimum: 1 })),
  maxBackoff: Type.Optional(Duration)
});
export type Retry = Static<typeof Retry>;

/** What every node has. */
export const nodeFields = {
  title: Type.Optional(Type.String()),
  group: Type.Optional(Type.String({ description: 'id of the group node that holds this one' }))
};

/** What every node has that becomes a task. */
export const taskFields = {
  after: Type.Optional(Type.Array(Type.String(), { description: 'ids of nodes that must end before' })),
  ignoreUpstreamFailure: Type.Optional(
    Type.Boolean({ description: 'runs when all before it have ended, even in failure: an exit task' })
  ),
  names: Type.Optional(SpecNames),
  kept: Type.Optional(Type.Array(Kept, { description: 'what an imported spec says beyond the other fields' }))
};

/** How a task is repeated and reused. */
export const repeatFields = {
  retry: Type.Optional(Retry),
  cache: Type.Optional(Type.Boolean()),
  cacheKey: Type.Optional(Type.String({ description: 'reuse results of runs with the same key' }))
};

/** Settings that every step has, whatever runs inside it. */
export const stepFields = {
  ...taskFields,
  ...repeatFields,
  pool: Type.Optional(Type.String({ description: 'id of a pool in the catalog' })),
  resources: Type.Optional(Resources),
  timeout: Type.Optional(Duration),
  env: Type.Optional(Type.Record(Key, Type.String())),
  kubernetes: Type.Optional(Kubernetes)
};
