import { expect, it } from 'vitest';
import type { Binding, PipelineNode } from '../../pipeline';
import { container, drawn, findings } from '../testing/flow';
import { oneOf } from './one-of';

const gives = (group: string, type = 'string') => container({ group, outputs: { o: { type } } });
const from = (node: string): Binding => ({ node, output: 'o' });
const choosing = (sources: Binding[], changes: Record<string, PipelineNode> = {}) =>
  drawn({
    c: { kind: 'choice', title: 'C', outputs: { o: { type: 'string', from: sources } } },
    yes: { kind: 'branch', group: 'c', title: 'Yes', when: { cel: 'true' } },
    no: { kind: 'branch', group: 'c', title: 'No' },
    a: gives('yes'),
    b: gives('no'),
    ...changes
  });
const said = (...choice: Parameters<typeof choosing>) =>
  findings(oneOf, choosing(...choice)).map(({ message }) => message);

it('is content with one source in each branch', () => {
  expect(said([from('a'), from('b')])).toEqual([]);
});

it('wants an else, a source in each branch, and one only', () => {
  const otherwise = { kind: 'branch', group: 'c', when: { cel: 'true' } } as const;
  expect(said([from('a'), from('b')], { no: otherwise })[0]).toContain('no branch is the else');
  expect(said([from('a')])[0]).toContain('no source in “No”');
  expect(said([from('a'), from('b'), from('b')])[0]).toContain('more than once in “No”');
});

it('refuses artifacts beside parameters, and what is collected from a loop', () => {
  expect(said([from('a'), from('b')], { b: gives('no', 'Model') })[0]).toContain(
    'mixes parameters and artifacts'
  );
  const loop = { kind: 'loop', group: 'no', items: { value: [1] } } as const;
  expect(said([from('a'), from('b')], { l: loop, b: gives('l') })[0]).toContain('collected');
});

it('refuses several sources outside a choice', () => {
  const nodes = { a: container({ outputs: { o: { type: 'string' } } }) };
  const flow = drawn(nodes, { outputs: { o: { type: 'string', from: [from('a'), from('a')] } } });
  expect(findings(oneOf, flow)[0].message).toContain('is no choice');
});
