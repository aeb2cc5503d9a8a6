import { expect, it } from 'vitest';
import { cells, container, type Entry, findings, flowOf, found, port } from '../testing/flow';
import { unknownOutput } from './unknown-output';

const taking = (output: string): Entry => [
  container(),
  { inputs: [port('in', 'Dataset', { binding: { node: 'a', output } })] }
];
const a: Entry = [cells(), { outputs: [port('x', 'Dataset'), port('y', 'Dataset')] }];

it('is content with outputs that are there', () => {
  expect(found(unknownOutput, flowOf({ a, b: taking('x') }))).toEqual([]);
});

it('refuses others and lists those that are there', () => {
  const flow = flowOf({ a, b: taking('z') });
  expect(found(unknownOutput, flow)).toEqual(['error b inputs.in']);
  expect(findings(unknownOutput, flow)[0].fix).toContain('x and y');
});

it('says nothing where the producer has a problem of its own', () => {
  const unread = { ref: { id: 'c', hash: 'h' }, state: 'unread' as const, index: -1, source: '' };
  expect(found(unknownOutput, flowOf({ a: [cells(), { cells: [unread] }], b: taking('z') }))).toEqual([]);
  expect(found(unknownOutput, flowOf({ a: { kind: 'sensor' }, b: taking('z') }))).toEqual([]);
});
