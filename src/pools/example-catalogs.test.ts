import { readdirSync, readFileSync } from 'node:fs';
import { Clean, Clone } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { CatalogFile, type Pool } from './catalog';
import { readCatalog } from './catalog-file';
import { place } from './place';

const FOLDER = new URL('../../examples/catalogs/', import.meta.url);
const catalogs = readdirSync(FOLDER)
  .filter(file => file.endsWith('.yaml'))
  .map(file => ({
    file,
    catalog: readCatalog(readFileSync(new URL(file, FOLDER), 'utf8'), file)
  }));

/** What a user gets who takes the pool's defaults for one device. */
const request = ({ id, defaults }: Pool) => ({
  node: 'n',
  title: 'Train',
  pool: id,
  resources: {
    ...(defaults?.cpuPerDevice && { cpu: String(defaults.cpuPerDevice) }),
    ...(defaults?.memoryPerDevice && { memory: String(defaults.memoryPerDevice) })
  }
});

/** Facts of the hardware that no step can change. */
const KNOWN = ['rdma-not-carried', 'queue-not-carried'];

it('covers the four platforms', () => {
  expect(catalogs.map(({ file }) => file.split('.')[0])).toEqual(['aks', 'eks', 'gke', 'on-premises']);
});

describe.each(catalogs)('$file', ({ catalog }) => {
  it('has no key that the schema does not know', () => {
    expect(Clean(CatalogFile, Clone(catalog))).toEqual(catalog);
  });

  it('has a CPU pool and slices', () => {
    expect(catalog.pools.some(({ device }) => !device)).toBe(true);
    expect(catalog.pools.some(({ device }) => device?.sharing?.mode === 'mig')).toBe(true);
  });

  it.each(catalog.pools)('places a step on $id', pool => {
    const placement = place(request(pool), catalog);
    expect(placement.notes.filter(({ rule }) => !KNOWN.includes(rule))).toEqual([]);
    expect(placement.accelerator?.resource).toBe(pool.device?.resource);
    expect(placement.tolerations).toHaveLength(pool.taints?.length ?? 0);
    expect(Object.keys(placement.nodeSelector).length + placement.affinity.length > 0).toBe(
      pool.device?.sharing?.strategy !== 'mixed' || pool.match !== undefined
    );
  });

  it.each(catalog.pools.filter(({ price }) => price))(
    'calls the price of $id indicative, with its date',
    ({ price }) => {
      expect(price).toMatchObject({ indicative: true, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    }
  );
});
