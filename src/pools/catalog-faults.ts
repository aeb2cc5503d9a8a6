import type { Catalog, MatchExpression, Pool } from './catalog';
import { isExtendedResource, isLabelKey, isLabelValue } from './labels';
import { parseQuantity } from './quantity';

/** What is wrong with the value at a path; `what` ends a sentence that begins with the field. */
export interface CatalogFault {
  path: string[];
  what: string;
}

/** What a schema cannot say: ids used twice, quantities, and the syntax of labels, taints and resource names. */
export function catalogFaults(catalog: Catalog): CatalogFault[] {
  const ids = catalog.pools.map(({ id }) => id);
  return catalog.pools.flatMap((pool, index) => {
    const faults = [
      ...(ids.indexOf(pool.id) < index
        ? [{ path: ['id'], what: `is ${pool.id} again; give each pool its own id.` }]
        : []),
      ...resourceFaults(pool),
      ...quantityFaults(pool),
      ...labelFaults(pool),
      ...taintFaults(pool),
      ...fallbackFaults(pool, ids)
    ];
    return faults.map(({ path, what }) => ({ path: ['pools', String(index), ...path], what }));
  });
}

function resourceFaults({ device }: Pool): CatalogFault[] {
  return device && !isExtendedResource(device.resource)
    ? [
        {
          path: ['device', 'resource'],
          what: `is ${device.resource}, but Kubernetes knows devices by domain/name, such as nvidia.com/gpu.`
        }
      ]
    : [];
}

/** Where quantities stand in a pool: mappings of them, and single ones. */
const QUANTITY_MAPS = [
  ['nodeShape', 'capacity'],
  ['nodeShape', 'allocatable'],
  ['nodeShape', 'daemonsetOverhead'],
  ['policy', 'quota']
] as const;
const QUANTITIES = ['cpuPerDevice', 'memoryPerDevice', 'shmSize'] as const;

function quantityFaults(pool: Pool): CatalogFault[] {
  const mapped = QUANTITY_MAPS.flatMap(path =>
    Object.entries(at(pool, path)).map(([key, value]) => ({ path: [...path, key], value }))
  );
  const single = QUANTITIES.map(key => ({ path: ['defaults', key], value: pool.defaults?.[key] }));
  return [...mapped, ...single]
    .filter(({ value }) => value !== undefined && parseQuantity(String(value)) === undefined)
    .map(({ path, value }) => ({
      path,
      what: `is ${String(value)}, which is no quantity such as 500m, 2 or 16Gi.`
    }));
}

function at(pool: Pool, path: readonly string[]): Record<string, unknown> {
  return path.reduce<Record<string, unknown>>(
    (holder, key) => (holder[key] ?? {}) as Record<string, unknown>,
    pool as Record<string, unknown>
  );
}

/** Where labels (values checked) and annotations (free values) stand in a pool. */
const LABEL_MAPS = [['match', 'labels'], ['autoscalerLabels'], ['queue', 'podLabels']] as const;
const ANNOTATION_MAPS = [
  ['queue', 'podAnnotations'],
  ['defaults', 'annotations']
] as const;

function labelFaults(pool: Pool): CatalogFault[] {
  const keys = [...LABEL_MAPS, ...ANNOTATION_MAPS].flatMap(path =>
    Object.keys(at(pool, path))
      .filter(key => !isLabelKey(key))
      .map(key => badKey([...path, key], key))
  );
  const values = LABEL_MAPS.flatMap(path =>
    Object.entries(at(pool, path))
      .filter(([, value]) => !isLabelValue(String(value)))
      .map(([key, value]) => badValue([...path, key], String(value)))
  );
  const expressions = (pool.match?.expressions ?? []).flatMap((expression, index) =>
    expressionFaults(expression).map(({ path, what }) => ({
      path: ['match', 'expressions', String(index), ...path],
      what
    }))
  );
  return [...keys, ...values, ...expressions];
}

function expressionFaults({ key, operator, values = [] }: MatchExpression): CatalogFault[] {
  const faults: CatalogFault[] = isLabelKey(key) ? [] : [badKey(['key'], key)];
  if ((operator === 'In' || operator === 'NotIn') && values.length === 0) {
    faults.push({ path: ['values'], what: `is empty, but ${operator} needs values to compare with.` });
  }
  if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
    faults.push({ path: ['values'], what: `must be left out with ${operator}.` });
  }
  if ((operator === 'Gt' || operator === 'Lt') && !(values.length === 1 && /^-?\d+$/.test(values[0]))) {
    faults.push({ path: ['values'], what: `must be one whole number with ${operator}.` });
  }
  return faults;
}

function taintFaults({ taints = [] }: Pool): CatalogFault[] {
  return taints.flatMap(({ key, value = '' }, index) => [
    ...(isLabelKey(key) ? [] : [badKey(['taints', String(index), 'key'], key)]),
    ...(isLabelValue(value) ? [] : [badValue(['taints', String(index), 'value'], value)])
  ]);
}

function fallbackFaults({ policy }: Pool, ids: readonly string[]): CatalogFault[] {
  return (policy?.fallback ?? []).flatMap((id, index) =>
    ids.includes(id)
      ? []
      : [{ path: ['policy', 'fallback', String(index)], what: `is ${id}, which is no pool of this catalog.` }]
  );
}

function badKey(path: string[], key: string): CatalogFault {
  return { path, what: `is no label key: “${key}” must be a name, or a domain, a slash and a name.` };
}

function badValue(path: string[], value: string): CatalogFault {
  return { path, what: `is “${value}”, but label values are at most 63 letters, digits, '-', '_' or '.'.` };
}
