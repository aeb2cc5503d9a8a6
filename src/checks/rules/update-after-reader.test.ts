import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { updateAfterReader } from './update-after-reader';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  ['readers of what the step hands on', ['d = f()\nd["a"] = 1', 'print(d)'], { a: [0], b: [1] }],
  ['changes in a third step', ['d = f()', 'print(d)', 'd["a"] = 1'], { a: [0], b: [1], c: [2] }],
  ['changes that are not sure', ['d = f()', 'print(d)', 'd.frob()'], { a: [0, 2], b: [1] }],
  ['constants, which travel as source', ['n = 1', 'print(n)', 'n = 2'], { a: [0, 2], b: [1] }],
  [
    'a name that a user feeds',
    ['d = f()', 'print(d)', 'd["a"] = 1'],
    { a: [0, 2], b: [[1], { inputs: { d: { from: { value: 1 } } } }] }
  ]
] as const)('is content with %s', (_, sources, drawing) => {
  expect(found(updateAfterReader, flowOf(analyzer, [...sources], drawing as never))).toEqual([]);
});

it.each([
  ['changes it', 'd["a"] = 1'],
  ['binds it anew', 'd = g()'],
  ['perhaps binds it anew', 'if c():\n    d = g()']
])('warns where the maker of a value %s after the reader', (_, last) => {
  const flow = flowOf(analyzer, ['d = f()', 'print(d)', last], { a: [0, 2], b: [1] });
  expect(found(updateAfterReader, flow)).toEqual(['warning b inputs.d']);
  expect(findings(updateAfterReader, flow)[0].message).toMatch(
    /Line 1 of cell 2 reads "d" before line [12] of cell 3 changes it/
  );
});
