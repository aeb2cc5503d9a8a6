import { expect, it } from 'vitest';
import type { Catalog } from '../../pools';
import { container, findings, flowOf } from '../testing/flow';
import { placement } from './placement';

const catalog: Catalog = {
  pools: [
    { id: 'gpu', device: { resource: 'nvidia.com/gpu', perNode: 1 }, match: { labels: { pool: 'gpu' } } }
  ]
};

it('is content with a step that fits its pool', () => {
  expect(findings(placement, flowOf({ a: container({ pool: 'gpu' }) }), { catalog })).toEqual([]);
});

it('passes on what placing the step notes, under the name of the note', () => {
  const flow = flowOf({
    a: container({ title: 'Lost', pool: 'h100' }),
    b: container({ pool: 'gpu', resources: { accelerators: 2 } })
  });
  expect(findings(placement, flow, { catalog })).toMatchObject([
    {
      rule: 'unknown-pool',
      severity: 'error',
      node: 'a',
      field: 'pool',
      message: expect.stringContaining('“Lost”')
    },
    { rule: 'too-many-accelerators', severity: 'error', node: 'b', field: 'resources.accelerators' }
  ]);
});
