import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../pipeline/testing/property';
import type { Pool, Taint } from './catalog';
import { isVendorResource } from './device';
import { place } from './place';
import { matches } from './selector';
import { hardTaints, tolerates } from './tolerations';

const value = fc.constantFrom('', 'true', 'spot', 'gpu');
const taint: fc.Arbitrary<Taint> = fc.record({
  key: fc.constantFrom('nvidia.com/gpu', 'amd.com/gpu', 'acme.org/npu', 'sku', 'spot', 'team'),
  value,
  effect: fc.constantFrom('NoSchedule', 'NoExecute', 'PreferNoSchedule')
});
const pool: fc.Arbitrary<Omit<Pool, 'id'>> = fc.record(
  {
    device: fc.record({
      resource: fc.constantFrom('nvidia.com/gpu', 'acme.org/npu', 'nvidia.com/mig-1g.10gb')
    }),
    match: fc.record({ labels: fc.dictionary(fc.constantFrom('a', 'b'), value, { maxKeys: 2 }) }),
    taints: fc.array(taint, { maxLength: 3 })
  },
  { requiredKeys: [] }
);
const catalog = fc
  .array(pool, { maxLength: 5 })
  .map(pools => ({ pools: pools.map((fields, index): Pool => ({ id: `p${index}`, ...fields })) }));

it('never lets a CPU step on to the nodes of a tainted GPU pool', () => {
  let opened = 0;
  fc.assert(
    fc.property(catalog, catalog => {
      const gpuPools = catalog.pools.filter(({ device }) => device);
      const resources = gpuPools.map(({ device }) => device!.resource);
      const cpuPools = catalog.pools.filter(({ device }) => !device);
      for (const cpuPool of [undefined, ...cpuPools]) {
        const { accelerator, tolerations, nodeSelector } = place({ node: 'n', pool: cpuPool?.id }, catalog);
        expect(accelerator).toBeUndefined();
        expect(tolerations.filter(({ key }) => isVendorResource(key!) || resources.includes(key!))).toEqual(
          []
        );
        for (const gpu of gpuPools) {
          const taints = hardTaints(gpu.taints);
          const passes = taints.every(taint => tolerations.some(toleration => tolerates(toleration, taint)));
          const selected = matches({ labels: nodeSelector }, gpu.match?.labels ?? {});
          expect(taints.length > 0 && passes && selected).toBe(false);
        }
        opened += tolerations.length;
      }
    }),
    runs(500)
  );
  expect(opened).toBeGreaterThan(0);
});

it('lets a GPU step past every taint of its pool', () => {
  fc.assert(
    fc.property(catalog, catalog => {
      for (const { id, device, taints } of catalog.pools) {
        const { tolerations } = place({ node: 'n', pool: id }, catalog);
        const blocked = hardTaints(taints).filter(
          taint => !tolerations.some(toleration => tolerates(toleration, taint))
        );
        expect(device ? blocked : []).toEqual([]);
      }
    }),
    runs(200)
  );
});
