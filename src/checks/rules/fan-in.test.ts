import { expect, it } from 'vitest';
import type { PipelineNode } from '../../pipeline';
import { container, drawn, findings, found } from '../testing/flow';
import { fanIn } from './fan-in';

const from = { node: 'a', output: 'o' };
const reader = container({ title: 'Reader', inputs: { x: { type: 'string', from } } });
const inside = (group: PipelineNode, extra: Record<string, PipelineNode> = {}) =>
  drawn({ g: group, a: container({ group: 'g', outputs: { o: { type: 'string' } } }), r: reader, ...extra });
const branch = { kind: 'branch', when: { cel: 'true' } } as const;

it('lets loops and sub-pipelines be read from outside', () => {
  expect(found(fanIn, inside({ kind: 'loop', items: { value: [1] } }))).toEqual([]);
  expect(found(fanIn, inside({ kind: 'pipeline' }))).toEqual([]);
});

it.each([branch, { kind: 'exit-handler' } as const])('refuses to read a $kind from outside', group => {
  expect(found(fanIn, inside(group))).toEqual(['error r inputs.x']);
});

it('refuses what a loop collects within a branch that the reader is outside of', () => {
  const flow = inside({ kind: 'loop', items: { value: [1] }, group: 'b' }, { b: { ...branch, title: 'If' } });
  expect(findings(fanIn, flow)[0].message).toContain('from outside “If”');
});

it('points to one-of outputs of a choice', () => {
  const flow = inside({ ...branch, group: 'c' }, { c: { kind: 'choice', title: 'Choice' } });
  expect(findings(fanIn, flow)[0].fix).toContain('Give “Choice” an output');
});

it('looks at the outputs of the pipeline too', () => {
  const nodes = { g: branch, a: container({ group: 'g', outputs: { o: { type: 'string' } } }) };
  expect(found(fanIn, drawn(nodes, { outputs: { o: { type: 'string', from } } }))).toEqual([
    'error - outputs.o'
  ]);
});
