import type { StepNode } from '../pipeline';
import { parseQuantity, type Placement } from '../pools';
import type { ResourceSpec } from './spec';
import { executorPath, type SpecPath } from './spec-path';
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

/** An amount that an input gives when the pipeline runs: the older fields cannot say it. */
export const isPlaceholder = (text: unknown): boolean => typeof text === 'string' && text.includes('{{$');

/** CPU, memory and accelerators of a step; undefined when it asks for none. */
export function resources(
  node: StepNode,
  placement: Placement,
  { target, ledger, names }: StepScope
): ResourceSpec | undefined {
  const { resources: asked = {} } = node;
  const path = [...executorPath(names.executor), 'container', 'resources'];
  const refused = unsupported(target, 'resources');
  const written: ResourceSpec = {};
  for (const [setting, field, older, unit] of AMOUNTS) {
    const text = asked[setting];
    if (text === undefined) {
      continue;
    }
    const nano = isPlaceholder(text) ? null : parseQuantity(text);
    if (nano === undefined || (nano !== null && nano < 0n)) {
      ledger.lost(
        `resources.${setting}`,
        `"${text}" is no amount.`,
        'Write a quantity such as 500m, 2 or 16Gi.'
      );
    } else if (refused) {
      ledger.ignored(`resources.${setting}`, refused.message, refused.fix);
    } else {
      written[field] = text;
      if (nano !== null) {
        written[older] = Number(nano) / (NANO * unit);
      }
      ledger.compiled(`resources.${setting}`, [...path, field]);
    }
  }
  const asks = acceleratorAsked(node, placement);
  if (!asks) {
    accountForNone(node, ledger);
  } else if (refused) {
    asks.settings.forEach(setting => ledger.ignored(setting, refused.message, refused.fix));
  } else {
    written.accelerator = acceleratorSpec(asks);
    accountFor(asks, path, ledger);
  }
  return Object.keys(written).length ? written : undefined;
}

interface Asks {
  resource: string;
  count: string;
  /** Settings that say it. */
  settings: ('pool' | 'resources.accelerator' | 'resources.accelerators')[];
}

/** The accelerator that a pool gives, or that the step names itself; one unless it says how many. */
function acceleratorAsked({ resources = {}, pool }: StepNode, { accelerator }: Placement): Asks | undefined {
  const { accelerator: named, accelerators } = resources;
  const resource = named ?? accelerator?.resource;
  const count = typeof accelerators === 'string' ? accelerators : (accelerator?.count ?? accelerators ?? 1);
  if (resource === undefined || (count === 0 && named === undefined)) {
    return undefined;
  }
  return {
    resource,
    count: String(count),
    settings: [
      ...(named === undefined ? [] : (['resources.accelerator'] as const)),
      ...(accelerators === undefined ? [] : (['resources.accelerators'] as const)),
      ...(accelerator && named === undefined && pool !== undefined ? (['pool'] as const) : [])
    ]
  };
}

function acceleratorSpec({ resource, count }: Asks): ResourceSpec['accelerator'] {
  return {
    ...(!isPlaceholder(resource) && { type: resource }),
    ...(!isPlaceholder(count) && { count }),
    resourceType: resource,
    resourceCount: count
  };
}

function accountFor({ settings }: Asks, path: SpecPath, ledger: StepScope['ledger']): void {
  for (const setting of settings) {
    const field = setting === 'resources.accelerators' ? 'resourceCount' : 'resourceType';
    ledger.compiled(setting, [...path, 'accelerator', field]);
  }
}

function accountForNone({ resources = {} }: StepNode, ledger: StepScope['ledger']): void {
  const { accelerators } = resources;
  const setting = 'resources.accelerators';
  if (accelerators === 0) {
    ledger.ignored(setting, 'None is asked for.');
  } else if (accelerators !== undefined && !ledger.has(setting)) {
    ledger.lost(
      setting,
      'Nothing says what kind of accelerator to ask for.',
      'Choose a pool that has accelerators, or name the Kubernetes resource.'
    );
  }
}
