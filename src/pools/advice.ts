import type { Pool } from './catalog';
import type { PlacementNote, StepRequest } from './placement';

const ADVICE = [
  { resource: 'cpu', default: 'cpuPerDevice', said: 'CPU' },
  { resource: 'memory', default: 'memoryPerDevice', said: 'memory' }
] as const;

/** What the platform team advises a step to ask for beside each device, where the step asks for nothing. */
export function adviceNotes(
  step: string,
  resources: NonNullable<StepRequest['resources']>,
  pool: Pool
): PlacementNote[] {
  return ADVICE.flatMap(({ resource, default: key, said }): PlacementNote[] => {
    const advised = pool.device && pool.defaults?.[key];
    return advised === undefined ||
      resources[resource] !== undefined ||
      resources[`${resource}Request`] !== undefined
      ? []
      : [
          {
            rule: 'no-request',
            severity: 'info',
            field: `resources.${resource}`,
            message: `“${step}” asks for no ${said}, so it gets what others leave of the node of pool ${pool.id}.`,
            fix: `Ask for ${advised} of ${said} per accelerator, as the pool advises.`
          }
        ];
  });
}
