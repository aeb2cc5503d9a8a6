import { expect, it } from 'vitest';
import { container, drawn, found } from '../testing/flow';
import { skippedBranch } from './skipped-branch';

const branch = { kind: 'branch', when: { cel: 'true' } } as const;
const inside = container({ group: 'b' });

it('warns of what waits for a lone branch, or for a step in it', () => {
  expect(found(skippedBranch, drawn({ b: branch, a: inside, z: container({ after: ['b'] }) }))).toEqual([
    'warning z after'
  ]);
  expect(found(skippedBranch, drawn({ b: branch, a: inside, z: container({ after: ['a'] }) }))).toEqual([
    'warning z after'
  ]);
});

it('is content within the branch, with choices, and with steps that run anyhow', () => {
  const within = drawn({ b: branch, a: inside, z: container({ after: ['a'], group: 'b' }) });
  expect(found(skippedBranch, within)).toEqual([]);
  const choice = { c: { kind: 'choice' as const }, b: { ...branch, group: 'c' }, a: inside };
  expect(found(skippedBranch, drawn({ ...choice, z: container({ after: ['c'] }) }))).toEqual([]);
  const anyhow = container({ after: ['b'], ignoreUpstreamFailure: true });
  expect(found(skippedBranch, drawn({ b: branch, a: inside, z: anyhow }))).toEqual([]);
});
