import type { Pool } from './catalog';
import type { PlacementNote, StepRequest } from './placement';
import { parseQuantity } from './quantity';

type Resources = NonNullable<StepRequest['resources']>;
type Resource = 'cpu' | 'memory';

/** What the daemons of a GPU node commonly take, for pools that do not say. */
const USUAL_OVERHEAD: Record<Resource, string> = { cpu: '500m', memory: '1Gi' };

/** Whether one node of the pool, when empty, can hold what the step asks for. Kubernetes schedules by requests. */
export function fitNotes(step: string, resources: Resources, pool: Pool): PlacementNote[] {
  return (['cpu', 'memory'] as const).flatMap((resource): PlacementNote[] => {
    const field = resources[`${resource}Request`] === undefined ? resource : (`${resource}Request` as const);
    const wanted = quantity(resources[field]);
    const shape = pool.nodeShape;
    const size = shape?.allocatable?.[resource] ?? shape?.capacity?.[resource];
    const room = quantity(size);
    if (wanted === undefined || room === undefined) {
      return [];
    }
    const overhead = quantity(shape?.daemonsetOverhead?.[resource]);
    const note = {
      field: `resources.${field}`,
      fix: `Ask for less ${resource}, or choose a pool with bigger nodes.`
    };
    const asks = `“${step}” asks for ${resources[field]} of ${resource}`;
    if (wanted > room - (overhead ?? 0n)) {
      const taken = overhead ? `, of which daemons take ${shape?.daemonsetOverhead?.[resource]}` : '';
      const message = `${asks}, but a node of pool ${pool.id} has ${size}${taken}, so it would wait forever.`;
      return [{ rule: 'too-big-for-node', severity: 'error', ...note, message }];
    }
    if (overhead === undefined && wanted > room - quantity(USUAL_OVERHEAD[resource])!) {
      const message = `${asks}, which leaves nothing for daemons on a node of pool ${pool.id} (${size}).`;
      return [{ rule: 'tight-on-node', severity: 'warning', ...note, message }];
    }
    return [];
  });
}

function quantity(value: string | number | undefined): bigint | undefined {
  return value === undefined ? undefined : parseQuantity(String(value));
}

/** A volume in memory counts against the memory limit of the container (Kubernetes, `emptyDir.medium`). */
export function sharedMemoryNotes(
  step: string,
  size: string | undefined,
  memory: string | undefined
): PlacementNote[] {
  const volume = quantity(size);
  const limit = quantity(memory);
  if (volume === undefined || limit === undefined || volume < limit) {
    return [];
  }
  return [
    {
      rule: 'shared-memory-too-big',
      severity: 'warning',
      field: 'resources.sharedMemory',
      message: `“${step}” has ${size} at /dev/shm, which counts against its memory limit of ${memory}.`,
      fix: 'Raise the memory, or make the shared memory smaller.'
    }
  ];
}
