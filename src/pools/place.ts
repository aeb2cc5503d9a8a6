import { acceleratorsOf, withoutPool } from './accelerators';
import { admissionNotes, admissionOf } from './admission';
import { adviceNotes } from './advice';
import type { Catalog, Pool } from './catalog';
import { fitNotes, sharedMemoryNotes } from './fit';
import type { Placement, PlacementNote, StepRequest } from './placement';
import { poolTolerations } from './pool-tolerations';
import { selectorOf } from './selector';

/** Keep autoscalers from moving a step to another node, which would start it anew. */
const STAY: Record<string, string> = {
  'karpenter.sh/do-not-disrupt': 'true',
  'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false'
};

/**
 * What the choice of a pool means for the pod of a step. Never throws: whatever is wrong, or cannot be said in a
 * spec, is a note. A step without a pool, or with one that the catalog lacks, gets no selector and no toleration.
 */
export function place(request: StepRequest, catalog: Catalog): Placement {
  const pool = catalog.pools.find(({ id }) => id === request.pool);
  return pool ? onPool(request, pool, catalog) : anywhere(request, catalog);
}

function anywhere(request: StepRequest, catalog: Catalog): Placement {
  const step = request.title ?? request.node;
  const { resources = {}, pool } = request;
  return {
    nodeSelector: {},
    affinity: [],
    tolerations: [],
    ...(resources.sharedMemory !== undefined && { sharedMemory: resources.sharedMemory }),
    podLabels: {},
    podAnnotations: {},
    notes: [
      ...(pool === undefined
        ? withoutPool(step, resources.accelerators)
        : [unknownPool(step, pool, catalog)]),
      ...sharedMemoryNotes(step, resources.sharedMemory, resources.memory)
    ]
  };
}

function unknownPool(step: string, pool: string, catalog: Catalog): PlacementNote {
  const known = catalog.pools.map(({ id }) => id).join(', ');
  return {
    rule: 'unknown-pool',
    severity: 'error',
    field: 'pool',
    message: `“${step}” names the pool ${pool}, which is not in the catalog.`,
    fix: known
      ? `Choose one of ${known}.`
      : 'Put a catalog weft.pools.yaml beside the pipeline, or clear the pool.'
  };
}

function onPool(request: StepRequest, pool: Pool, catalog: Catalog): Placement {
  const step = request.title ?? request.node;
  const { resources = {} } = request;
  const { accelerator, notes } = acceleratorsOf(step, resources.accelerators, pool);
  const tolerated = poolTolerations(pool, catalog);
  const admission = admissionOf(pool.queue);
  const shmSize = pool.device && pool.defaults?.shmSize;
  const sharedMemory = resources.sharedMemory ?? (shmSize === undefined ? undefined : String(shmSize));
  return {
    pool: pool.id,
    ...(accelerator && { accelerator }),
    ...selectorOf(pool.match),
    tolerations: tolerated.tolerations,
    ...(sharedMemory !== undefined && { sharedMemory }),
    podLabels: admission.labels,
    podAnnotations: { ...(pool.device && STAY), ...pool.defaults?.annotations, ...admission.annotations },
    notes: [
      ...notes,
      ...tolerated.notes,
      ...matchNotes(pool),
      ...fitNotes(step, resources, pool),
      ...adviceNotes(step, resources, pool),
      ...sharedMemoryNotes(step, sharedMemory, resources.memory),
      ...admissionNotes(pool.id, pool.queue),
      ...deviceNotes(pool)
    ]
  };
}

/** A toleration lets a pod in but never draws it; without a selector any node with the resource will do. */
function matchNotes({ id, device, match }: Pool): PlacementNote[] {
  const selects = Object.keys(match?.labels ?? {}).length + (match?.expressions?.length ?? 0) > 0;
  return device && !selects && device.sharing?.strategy !== 'mixed'
    ? [
        {
          rule: 'pool-matches-any-node',
          severity: 'warning',
          field: 'pool',
          message: `Pool ${id} says nothing about its nodes, so the step may land on any node with ${device.resource}.`,
          fix: 'Give the pool match.labels in the catalog.'
        }
      ]
    : [];
}

/** Facts of the hardware that change what a step has to bring, or that a step cannot ask for. */
function deviceNotes({ id, device }: Pool): PlacementNote[] {
  const notes: PlacementNote[] = [];
  const rdma = device?.fabric?.rdma ?? 'none';
  if (rdma !== 'none' && !device?.fabric?.kfpRequestable) {
    notes.push({
      rule: 'rdma-not-carried',
      severity: 'info',
      field: 'pool',
      message: `Pool ${id} has ${rdma.toUpperCase()} adapters, which a step cannot request beside its accelerators.`,
      fix: 'Train on several nodes through a training job that asks for them.'
    });
  }
  if (device?.arch === 'arm64') {
    notes.push({
      rule: 'arm64-image',
      severity: 'info',
      field: 'image',
      message: `The nodes of pool ${id} are arm64, so the image has to hold a build for arm64.`
    });
  }
  return notes;
}
