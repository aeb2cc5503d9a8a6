import { expect, it } from 'vitest';
import type { Parameter } from '../../pipeline';
import { container, findings, flowOf, found, port } from '../testing/flow';
import { typeMismatch } from './type-mismatch';

const wired = (from: string, to: string) =>
  flowOf({
    a: [container({ title: 'Train' }), { outputs: [port('out', from)] }],
    b: [container(), { inputs: [port('in', to, { binding: { node: 'a', output: 'out' } })] }]
  });
const constant = (value: unknown, to: string) =>
  flowOf({ b: [container(), { inputs: [port('in', to, { binding: { value } })] }] });
const parameter = (type: Parameter['type'], to: string) =>
  flowOf(
    { b: [container(), { inputs: [port('in', to, { binding: { parameter: 'p' } })] }] },
    { pipeline: { parameters: { p: { type } } } }
  );

it.each([
  ['Dataset', 'Dataset'],
  ['Artifact', 'Model'],
  ['Model', 'Artifact'],
  ['integer', 'integer'],
  ['integer', 'number'],
  ['list', 'string'],
  ['acme.Report', 'acme.Report']
])('lets %s feed %s', (from, to) => {
  expect(found(typeMismatch, wired(from, to))).toEqual([]);
});

it.each([
  ['Dataset', 'Model'],
  ['Dataset', 'string'],
  ['integer', 'Dataset'],
  ['number', 'integer'],
  ['string', 'integer'],
  ['acme.Report', 'acme.Table']
])('does not let %s feed %s', (from, to) => {
  expect(found(typeMismatch, wired(from, to))).toEqual(['error b inputs.in']);
});

it('names both ends', () => {
  expect(findings(typeMismatch, wired('Dataset', 'integer'))[0].message).toBe(
    '“Score” takes in as an integer, but out of “Train” is a Dataset artifact.'
  );
});

it.each([
  [1, 'integer'],
  [1, 'number'],
  [1.5, 'number'],
  ['a', 'string'],
  [[1], 'list'],
  [{}, 'object']
])('takes the constant %j for %s', (value, to) => {
  expect(found(typeMismatch, constant(value, to))).toEqual([]);
});

it.each([
  [1.5, 'integer'],
  ['1', 'integer'],
  [1, 'string'],
  [1, 'Dataset']
])('refuses the constant %j for %s', (value, to) => {
  expect(found(typeMismatch, constant(value, to))).toEqual(['error b inputs.in']);
});

it('compares pipeline parameters', () => {
  expect(found(typeMismatch, parameter('integer', 'string'))).toEqual([]);
  expect(found(typeMismatch, parameter('string', 'integer'))).toEqual(['error b inputs.in']);
});
