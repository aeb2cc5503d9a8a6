import { expect, it } from 'vitest';
import { container, findings, flowOf, found } from '../testing/flow';
import { danglingReference } from './dangling-reference';

const takes = (from: { node: string; output: string } | { parameter: string }) =>
  container({ inputs: { data: { type: 'Dataset', from } } });

it('is content with references that hold', () => {
  const nodes = {
    a: container({ title: 'A', outputs: { data: { type: 'Dataset' } } }),
    b: container({ inputs: { data: { type: 'Dataset', from: { node: 'a', output: 'data' } } }, after: ['a'] })
  };
  expect(found(danglingReference, flowOf(nodes))).toEqual([]);
});

it.each([
  ['a node', takes({ node: 'gone', output: 'data' }), 'data of “gone”'],
  ['a parameter', takes({ parameter: 'gone' }), 'the parameter gone']
])('refuses bindings to %s that is not there', (_, node, name) => {
  expect(found(danglingReference, flowOf({ a: node }))).toEqual(['error a inputs.data']);
  expect(findings(danglingReference, flowOf({ a: node }))[0].message).toContain(name);
});

it('warns of an order that no longer has an end, and of a group that is gone', () => {
  expect(found(danglingReference, flowOf({ a: container({ after: ['gone'], group: 'gone' }) }))).toEqual([
    'warning a after',
    'warning a group'
  ]);
});
