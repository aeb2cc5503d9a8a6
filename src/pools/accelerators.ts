import type { Pool } from './catalog';
import type { Device } from './device';
import type { Placement, PlacementNote } from './placement';

export interface Allotment {
  accelerator?: Placement['accelerator'];
  notes: PlacementNote[];
}

/** The devices that a step gets from its pool: one on a GPU pool unless it says otherwise, none on a CPU pool. */
export function acceleratorsOf(step: string, wanted: number | undefined, pool: Pool): Allotment {
  if (!pool.device) {
    return { notes: wanted ? [onCpuPool(step, wanted, pool.id)] : [] };
  }
  const count = wanted ?? 1;
  if (!Number.isInteger(count) || count < 1) {
    return { notes: [noAccelerator(step, count, pool.id)] };
  }
  const { resource } = pool.device;
  return { accelerator: { resource, count }, notes: countNotes(step, count, pool, pool.device) };
}

/** For steps that name no pool. */
export function withoutPool(step: string, wanted: number | undefined): PlacementNote[] {
  return wanted
    ? [
        {
          rule: 'accelerators-without-pool',
          severity: 'error',
          field: 'resources.accelerators',
          message: `“${step}” asks for ${devices(wanted)} but names no pool to take them from.`,
          fix: 'Choose a GPU pool, or clear the accelerators.'
        }
      ]
    : [];
}

function onCpuPool(step: string, wanted: number, pool: string): PlacementNote {
  return {
    rule: 'accelerators-on-cpu-pool',
    severity: 'error',
    field: 'resources.accelerators',
    message: `“${step}” asks for ${devices(wanted)}, but pool ${pool} has none.`,
    fix: 'Choose a GPU pool, or clear the accelerators.'
  };
}

function noAccelerator(step: string, count: number, pool: string): PlacementNote {
  return {
    rule: 'no-accelerator',
    severity: 'error',
    field: 'resources.accelerators',
    message: `“${step}” asks for ${count} accelerators on GPU pool ${pool}, where it would hold a node and use none.`,
    fix: 'Ask for a whole number from 1, or choose a CPU pool.'
  };
}

function countNotes(step: string, count: number, pool: Pool, device: Device): PlacementNote[] {
  const field = 'resources.accelerators';
  const asks = `“${step}” asks for ${count} × ${device.resource}`;
  const most = mostPerStep(pool, device);
  if (most && count > most.count) {
    const fix = `Ask for at most ${most.count}, or choose a pool with more on one node.`;
    const message = `${asks}, but pool ${pool.id} has at most ${most.count} ${most.why}.`;
    return [{ rule: 'too-many-accelerators', severity: 'error', field, message, fix }];
  }
  const mode = device.sharing?.mode ?? 'none';
  if (count === 1 || mode === 'none') {
    return [];
  }
  const rule = 'several-shares';
  if (mode === 'mig') {
    const message = `${asks} slices (MIG), but a process sees only one of them.`;
    return [{ rule, severity: 'warning', field, message, fix: 'Ask for one, on a pool with bigger slices.' }];
  }
  // GKE turns such pods away at admission; other platforms only if their plugin is told to.
  const severity = pool.platform === 'gke' ? 'error' : 'warning';
  const message = `${asks}, shares of a device (${mode}) that give no more memory or speed than one.`;
  return [{ rule, severity, field, message, fix: 'Ask for one, or choose a pool of whole devices.' }];
}

/** The smallest of the bounds that the catalog gives. */
function mostPerStep(pool: Pool, device: Device): { count: number; why: string } | undefined {
  const allocatable = Number(pool.nodeShape?.allocatable?.[device.resource] ?? NaN);
  return [
    { count: device.perNode ?? NaN, why: 'on one node' },
    { count: allocatable, why: 'on one node' },
    { count: device.maxPerStep ?? NaN, why: 'for one step' }
  ]
    .filter(bound => !Number.isNaN(bound.count))
    .sort((a, b) => a.count - b.count)[0];
}

function devices(count: number): string {
  return count === 1 ? '1 accelerator' : `${count} accelerators`;
}
