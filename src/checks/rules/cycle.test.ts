import { expect, it } from 'vitest';
import type { FlowEdge } from '../../flow';
import { container, findings, flowOf, found } from '../testing/flow';
import { cycle } from './cycle';

const edge = (source: string, target: string): FlowEdge => ({
  id: `${source}-${target}`,
  source,
  target,
  kind: 'order',
  derived: false,
  stale: false
});
const titled = (title: string, after: string[] = []) => container({ title, after });

it('is content with a chain', () => {
  const nodes = { a: titled('A'), b: titled('B', ['a']), c: titled('C', ['b', 'a']) };
  expect(found(cycle, flowOf(nodes, { edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'c')] }))).toEqual(
    []
  );
});

it('names the steps of a cycle through code, in order', () => {
  const flow = flowOf({ a: titled('A'), b: titled('B') }, { cycles: [['b', 'a']] });
  expect(found(cycle, flow)).toEqual(['error b -']);
  expect(findings(cycle, flow)[0].message).toContain('“B” → “A” → “B”');
});

it('shows one circle where several run through each other', () => {
  const nodes = { a: titled('A'), b: titled('B'), c: titled('C') };
  const edges = [edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('b', 'a')];
  const flow = flowOf(nodes, { edges, cycles: [['a', 'c', 'b']] });
  expect(findings(cycle, flow)[0].message).toContain(': “A” → “B” → “A”.');
});

it('names the steps of a drawn cycle, in order, and the field that was left out', () => {
  // Readers leave out the reference of the smallest id, so the flow has no edge from c to a.
  const nodes = {
    a: titled('A', ['c']),
    b: titled('B', ['a']),
    c: titled('C', ['b']),
    d: titled('D', ['a'])
  };
  const flow = flowOf(nodes, { edges: [edge('a', 'd'), edge('a', 'b'), edge('b', 'c')] });
  expect(found(cycle, flow)).toEqual(['error a after']);
  expect(findings(cycle, flow)[0].message).toContain('“A” → “B” → “C” → “A”');
});

it('finds steps that wait for themselves', () => {
  const flow = flowOf({ a: titled('A', ['a']) });
  expect(found(cycle, flow)).toEqual(['error a after']);
  expect(findings(cycle, flow)[0].message).toContain('“A” → “A”');
});
