import type { Catalog, Pool, Taint } from './catalog';
import { isVendorResource } from './device';
import type { PlacementNote, Toleration } from './placement';
import { matches } from './selector';
import { hardTaints, tolerates, tolerationFor } from './tolerations';

/**
 * The tolerations a pool's taints ask for. A CPU pool never yields one that lets its steps on to GPU nodes:
 * tolerations for devices are left out, and so are all when they would open a GPU pool that the CPU pool's match
 * does not tell apart. Both are notes, as the step cannot then reach the CPU pool either.
 */
export function poolTolerations(
  pool: Pool,
  catalog: Catalog
): { tolerations: Toleration[]; notes: PlacementNote[] } {
  const taints = hardTaints(pool.taints);
  if (pool.device) {
    return { tolerations: taints.map(tolerationFor), notes: [] };
  }
  const resources = new Set(catalog.pools.flatMap(({ device }) => device?.resource ?? []));
  const isDevice = ({ key }: Taint) => isVendorResource(key) || resources.has(key);
  const tolerations = taints.filter(taint => !isDevice(taint)).map(tolerationFor);
  const opened = catalog.pools.find(other => opens(pool, tolerations, other));
  const notes = taints.filter(isDevice).map(taint => deviceTaint(pool.id, taint.key));
  return opened
    ? { tolerations: [], notes: [...notes, sharedTaint(pool.id, opened.id)] }
    : { tolerations, notes };
}

/** Whether pods of the CPU pool could land on the other, tainted GPU pool. */
function opens(pool: Pool, tolerations: Toleration[], other: Pool): boolean {
  const taints = hardTaints(other.taints);
  return (
    other.device !== undefined &&
    taints.length > 0 &&
    taints.every(taint => tolerations.some(toleration => tolerates(toleration, taint))) &&
    matches(pool.match, { ...other.autoscalerLabels, ...other.match?.labels })
  );
}

function deviceTaint(pool: string, key: string): PlacementNote {
  return {
    rule: 'device-taint-on-cpu-pool',
    severity: 'error',
    field: 'pool',
    message: `Pool ${pool} has no device but the taint ${key}, which a CPU step must not tolerate.`,
    fix: 'Give the pool its device in the catalog, or choose another pool.'
  };
}

function sharedTaint(pool: string, other: string): PlacementNote {
  return {
    rule: 'taint-shared-with-gpu-pool',
    severity: 'error',
    field: 'pool',
    message: `Tolerating the taints of CPU pool ${pool} would let the step on to the GPU nodes of pool ${other}.`,
    fix: `Give pool ${pool} match.labels of its own, or pool ${other} a taint of its own.`
  };
}
