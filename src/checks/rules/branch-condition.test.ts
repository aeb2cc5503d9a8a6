import { expect, it } from 'vitest';
import type { Condition, Pipeline } from '../../pipeline';
import { container, drawn, findings, found } from '../testing/flow';
import { branchCondition } from './branch-condition';

const parameters: Pipeline['parameters'] = {
  n: { type: 'integer' },
  s: { type: 'string' },
  b: { type: 'boolean' },
  l: { type: 'list' }
};
const n = { parameter: 'n' };
const branch = (when: Condition | undefined, group?: string) => ({
  kind: 'branch' as const,
  ...(when && { when }),
  ...(group && { group })
});
const lone = (when?: Condition) => drawn({ a: branch(when), x: container({ group: 'a' }) }, { parameters });

it.each<Condition>([
  { left: n, is: '>=', right: { value: 3 } },
  { left: { parameter: 's' }, is: '==', right: n },
  { left: { parameter: 'b' }, is: '!=', right: { value: true } },
  { cel: "inputs.parameter_values['x'] == 1 || true" }
])('takes %j', when => {
  const flow = drawn(
    {
      a: { ...branch(when), inputs: { x: { type: 'integer', from: n } } },
      x: container({ group: 'a' })
    },
    { parameters }
  );
  expect(found(branchCondition, flow)).toEqual([]);
});

it.each<[Condition, string]>([
  [{ left: { value: 1 }, is: '==', right: { value: 1 } }, 'when'],
  [{ left: { parameter: 'l' }, is: '==', right: { value: 1 } }, 'when.left'],
  [{ left: n, is: '==', right: { value: {} } }, 'when.right'],
  [{ left: n, is: '==', right: { value: null } }, 'when.right'],
  [{ left: { parameter: 'b' }, is: '<', right: { value: true } }, 'when.left'],
  [{ cel: ' ' }, 'when.cel'],
  [{ cel: "inputs.parameter_values['gone'] == 1" }, 'when.cel']
])('refuses %j', (when, field) => {
  expect(found(branchCondition, lone(when))).toContain(`error a ${field}`);
});

it('lets the last branch of a choice go without, and no other', () => {
  const when: Condition = { left: n, is: '==', right: { value: 1 } };
  const nodes = { c: { kind: 'choice' as const }, a: branch(when, 'c'), b: branch(undefined, 'c') };
  expect(found(branchCondition, drawn(nodes, { parameters }))).toEqual([]);
  const two = drawn({ ...nodes, d: branch(undefined, 'c') }, { parameters });
  expect(found(branchCondition, two)).toEqual(['error d when']);
  expect(findings(branchCondition, lone())[0].message).toContain('has no condition');
});
