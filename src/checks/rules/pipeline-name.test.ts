import { expect, it } from 'vitest';
import { container, findings, flowOf, found } from '../testing/flow';
import { pipelineName } from './pipeline-name';

const called = (name: string) => flowOf({ a: container() }, { pipeline: { name } });

it.each(['a', '0', 'churn-training', 'a'.repeat(128)])('takes %s', name => {
  expect(found(pipelineName, called(name))).toEqual([]);
});

it.each(['', '-a', 'Churn', 'a_b', 'a b', 'a'.repeat(129)])('refuses “%s”', name => {
  expect(found(pipelineName, called(name))).toEqual(['error - name']);
});

it('offers a name that works', () => {
  expect(findings(pipelineName, called('Churn Training!'))[0].fix).toBe('Call it churn-training.');
});
