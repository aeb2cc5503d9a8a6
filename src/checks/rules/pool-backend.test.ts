import { expect, it } from 'vitest';
import type { Target } from '../../kubeflow';
import { container, flowOf, found } from '../testing/flow';
import { poolBackend } from './pool-backend';

const flow = flowOf({ a: container({ pool: 'new' }), b: container({ pool: 'any' }), c: container() });
const on = (target: Target, kfp: string) =>
  found(poolBackend, flow, {
    target,
    catalog: { pools: [{ id: 'new', policy: { minBackend: { kfp } } }, { id: 'any' }] }
  });

it.each([
  ['kfp-2.14', '2.14'],
  ['kfp-2.16', '2.5'],
  ['kfp-2.16', '2'],
  ['local', '2.14']
] as const)('lets %s use a pool that needs %s', (target, least) => {
  expect(on(target, least)).toEqual([]);
});

it.each([
  ['kfp-2.5', '2.14'],
  ['kfp-2.16', '2.16.1'],
  ['kfp-2.18', '3.0']
] as const)('does not let %s use a pool that needs %s', (target, least) => {
  expect(on(target, least)).toEqual(['error a pool']);
});
