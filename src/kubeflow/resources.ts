import type { StepNode } from '../pipeline';
import { parseQuantity, type Placement } from '../pools';
import type { ResourceSpec } from './spec';
import { executorPath } from './spec-path';
import type { StepScope } from './step-scope';
import { unsupported } from './targets';

/** A setting of ours, the two fields that carry it, and how many of its unit make one of the older field's. */
const AMOUNTS = [
  ['cpu', 'resourceCpuLimit', 'cpuLimit', 1],
  ['cpuRequest', 'resourceCpuRequest', 'cpuRequest', 1],
  ['memory', 'resourceMemoryLimit', 'memoryLimit', 1e9],
  ['memoryRequest', 'resourceMemoryRequest', 'memoryRequest', 1e9]
] as const;
const NANO = 1e9;

/** CPU, memory and accelerators of a step; undefined when it asks for none. */
export function resources(
  { resources: asked = {}, pool }: StepNode,
  { accelerator }: Placement,
  { target, ledger, names }: StepScope
): ResourceSpec | undefined {
  const path = [...executorPath(names.executor), 'container', 'resources'];
  const refused = unsupported(target, 'resources');
  const written: ResourceSpec = {};
  for (const [setting, field, older, unit] of AMOUNTS) {
    const text = asked[setting];
    if (text === undefined) {
      continue;
    }
    const nano = parseQuantity(text);
    if (nano === undefined || nano < 0n) {
      ledger.lost(
        `resources.${setting}`,
        `"${text}" is no amount.`,
        'Write a quantity such as 500m, 2 or 16Gi.'
      );
    } else if (refused) {
      ledger.ignored(`resources.${setting}`, refused.message, refused.fix);
    } else {
      written[field] = text;
      written[older] = Number(nano) / (NANO * unit);
      ledger.compiled(`resources.${setting}`, [...path, field]);
    }
  }
  const setting = asked.accelerators === undefined ? undefined : 'resources.accelerators';
  if (accelerator && refused) {
    ledger.ignored(setting ?? 'pool', refused.message, refused.fix);
  } else if (accelerator) {
    const count = String(accelerator.count);
    written.accelerator = {
      type: accelerator.resource,
      count,
      resourceType: accelerator.resource,
      resourceCount: count
    };
    if (setting) {
      ledger.compiled(setting, [...path, 'accelerator', 'resourceCount']);
    }
    if (pool !== undefined) {
      ledger.compiled('pool', [...path, 'accelerator', 'resourceType']);
    }
  } else if (setting && asked.accelerators === 0) {
    ledger.ignored(setting, 'None is asked for.');
  } else if (setting && !ledger.has(setting)) {
    ledger.lost(
      setting,
      'No pool says what kind of accelerator to ask for.',
      'Choose a pool that has accelerators.'
    );
  }
  return Object.keys(written).length ? written : undefined;
}
