import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { flowOf, nodeOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const CELLS = ['x = f()', '\nx = g()', '\n\nprint(x)'];

it('are the reads that one step cannot serve, with both lines', () => {
  const flow = flowOf(analyzer, CELLS, { a: [0, 2], b: [1] });
  expect(nodeOf(flow, 'a').clashes).toEqual([
    {
      name: 'x',
      notebook: 'a.ipynb',
      write: { cell: 1, id: 'c1', line: 2, code: 'x = g()' },
      read: { cell: 2, id: 'c2', line: 3, code: 'print(x)' }
    }
  ]);
  expect(nodeOf(flow, 'b').clashes).toEqual([]);
});

it('are none of a name on which a user decided', () => {
  const inputs = { x: { removed: true } };
  expect(nodeOf(flowOf(analyzer, CELLS, { a: [[0, 2], { inputs }], b: [1] }), 'a').clashes).toEqual([]);
  const bound = { x: { from: { value: 1 } } };
  expect(nodeOf(flowOf(analyzer, CELLS, { a: [[0, 2], { inputs: bound }], b: [1] }), 'a').clashes).toEqual(
    []
  );
  const typed = { x: { type: 'integer' } };
  expect(
    nodeOf(flowOf(analyzer, CELLS, { a: [[0, 2], { inputs: typed }], b: [1] }), 'a').clashes
  ).toHaveLength(1);
});
