import { expect, it } from 'vitest';
import { plainText as trans } from '../../actions';
import type { Pool } from '../../pools';
import { poolFacts, poolLine } from './facts';

const spot: Pool = {
  id: 'a100',
  displayName: 'A100',
  device: { vendor: 'nvidia', model: 'A100-80GB', memoryMiB: 81920, resource: 'nvidia.com/gpu', perNode: 8 },
  capacity: { type: 'spot' },
  price: { perNodeHour: 10.1, currency: 'USD' }
};

it('says only what the catalog says', () => {
  expect(poolFacts({ id: 'cpu' }, trans)).toEqual([{ id: 'device', label: 'Device', value: 'CPU only' }]);
  const facts = Object.fromEntries(poolFacts(spot, trans).map(({ id, value }) => [id, value]));
  expect(facts).toEqual({
    device: 'nvidia A100-80GB',
    memory: '80 GiB',
    perNode: '8',
    capacity: 'spot',
    price: '≈ 10.10 USD per node hour'
  });
});

it('puts a pool in one line', () => {
  expect(poolLine(spot, trans)).toBe('A100: nvidia A100-80GB, 80 GiB, 8 per node, spot');
  expect(poolLine({ id: 'cpu' }, trans)).toBe('cpu: CPU only');
});
