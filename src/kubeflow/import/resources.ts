import type { Resources } from '../../pipeline';
import type { ResourceSpec } from '../spec';

const AMOUNTS = [
  ['cpu', 'resourceCpuLimit', 'cpuLimit', ''],
  ['cpuRequest', 'resourceCpuRequest', 'cpuRequest', ''],
  ['memory', 'resourceMemoryLimit', 'memoryLimit', 'G'],
  ['memoryRequest', 'resourceMemoryRequest', 'memoryRequest', 'G']
] as const;

/** What a step asks for, by the newer fields, else by those that they took over from. */
export function resources(spec: ResourceSpec = {}): Resources | undefined {
  const asked: Resources = {};
  for (const [setting, field, older, unit] of AMOUNTS) {
    const amount = spec[field] ?? (spec[older] === undefined ? undefined : `${spec[older]}${unit}`);
    if (amount !== undefined) {
      asked[setting] = amount;
    }
  }
  const { type, count, resourceType = type, resourceCount = count } = spec.accelerator ?? {};
  if (resourceType !== undefined) {
    asked.accelerator = resourceType;
  }
  if (resourceCount !== undefined) {
    asked.accelerators = /^(0|[1-9]\d{0,8})$/.test(resourceCount) ? Number(resourceCount) : resourceCount;
  }
  return Object.keys(asked).length ? asked : undefined;
}
