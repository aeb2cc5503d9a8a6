import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { analyzed } from '../notebook/testing/notebook';
import { cellsNode, flowOf, nodeOf, pipelineOf, resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it('tells the literals of its own cells, with their values', () => {
  const cells = ['n = 3\nrate: float = 1e-3\nnames = ["a",\n "b"]\nodd = {1}', 'print(n)'];
  const flow = flowOf(analyzer, cells, { a: [0], b: [1] });
  const in0 = { cell: 0, id: 'c0', tagged: false };
  expect(nodeOf(flow, 'a').literals).toEqual([
    { ...in0, name: 'n', line: 1, code: 'n = 3', value: 3, type: 'integer' },
    { ...in0, name: 'rate', line: 2, code: 'rate: float = 1e-3', value: 0.001, type: 'number' },
    { ...in0, name: 'names', line: 3, code: 'names = ["a",', value: ['a', 'b'], type: 'list' },
    { ...in0, name: 'odd', line: 5, code: 'odd = {1}' }
  ]);
  expect(nodeOf(flow, 'b').literals).toEqual([]);
});

it('marks literals of cells that are tagged as parameters', () => {
  const notebook = analyzed(analyzer, ['n = 3', 'm = 4']);
  notebook.cells[0].tags.push('parameters');
  const flow = resolveIn(pipelineOf({ a: cellsNode(notebook, [0, 1]) }), { 'a.ipynb': notebook });
  expect(nodeOf(flow, 'a').literals.map(({ name, tagged }) => [name, tagged])).toEqual([
    ['n', true],
    ['m', false]
  ]);
});

it('tells what each cell reads and makes, through the functions that it calls', () => {
  const cells = ['g = make()', 'def f():\n    return g', 'd = load()', 'd["a"] = f()'];
  const flow = flowOf(analyzer, cells, { a: [0, 2], b: [3] });
  expect(nodeOf(flow, 'b').names).toEqual([{ cell: 'c3', reads: ['d', 'f', 'g'], makes: ['d'], writes: [] }]);
  expect(nodeOf(flow, 'a').names.map(({ makes }) => makes)).toEqual([['g'], ['d']]);
});
