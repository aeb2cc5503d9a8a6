import { expect, it } from 'vitest';
import type { Catalog } from '../../pools';
import { container, findings, flowOf, found } from '../testing/flow';
import { spotRetry } from './spot-retry';

const catalog: Catalog = {
  pools: [
    { id: 'spot', capacity: { type: 'spot' }, defaults: { retries: 5 } },
    { id: 'own', capacity: { type: 'reserved' } }
  ]
};

it('is content with steps that are tried again, or stay', () => {
  const flow = flowOf({
    a: container({ pool: 'spot', retry: { max: 2 } }),
    b: container({ pool: 'own' }),
    c: container()
  });
  expect(found(spotRetry, flow, { catalog })).toEqual([]);
});

it('warns of others, with what the pool advises', () => {
  const flow = flowOf({ a: container({ pool: 'spot' }), b: container({ pool: 'spot', retry: { max: 0 } }) });
  expect(found(spotRetry, flow, { catalog })).toEqual(['warning a retry', 'warning b retry']);
  expect(findings(spotRetry, flow, { catalog })[0].fix).toContain('5 times');
});
