import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalyzedNotebook, CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { notebookOf } from '../notebook/testing/notebook';
import type { NotebookNode, Pipeline, PipelineNode } from '../pipeline';
import type { Flow } from './flow';
import { cellsNode, inputsOf, nodeOf, pipelineOf, resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const CELLS = [
  'import math',
  'rate = 0.5\nrounds = 10\nname = "a"',
  'total = rate * rounds + math.pi + offset',
  'scratch = 1 /',
  'print(total)'
];
const TAGS: Record<number, string[]> = { 1: ['parameters'], 3: ['skip'] };

/** `a.ipynb` with tags on some of its cells. */
function tagged(sources = CELLS, tags = TAGS, language = 'python'): AnalyzedNotebook {
  const notebook = notebookOf(sources);
  const cells = notebook.cells.map(cell => ({ ...cell, tags: tags[cell.index] ?? [] }));
  return analyzer.notebook({ ...notebook, language, cells });
}

const whole = (settings: Partial<NotebookNode> = {}): NotebookNode => ({
  kind: 'notebook',
  notebook: 'a.ipynb',
  ...settings
});

function flowOf(
  nodes: Record<string, PipelineNode>,
  parameters: Pipeline['parameters'] = {},
  notebook = tagged()
): Flow {
  return resolveIn(pipelineOf(nodes, parameters), { 'a.ipynb': notebook });
}

describe('a whole notebook', () => {
  it('runs all of its code cells but those that are tagged to be skipped', () => {
    const { cells, prelude, title } = nodeOf(flowOf({ a: whole() }), 'a');
    expect(cells.map(({ index, state }) => [index, state])).toEqual([
      [0, 'ok'],
      [1, 'ok'],
      [2, 'ok'],
      [4, 'ok']
    ]);
    expect(prelude).toEqual([]);
    expect(title).toBe('a');
  });

  it('takes nothing of cells that are skipped, not even what could be copied', () => {
    const notebook = tagged(['import os', 'os.getcwd()'], { 0: ['skip'] });
    const flow = flowOf({ a: whole() }, {}, notebook);
    expect(nodeOf(flow, 'a').prelude).toEqual([]);
    expect(inputsOf(flow, 'a')).toEqual(['os Artifact ?']);
  });

  it('has its parameters as inputs that may stay empty, and the names that nothing defines', () => {
    const flow = flowOf({ a: whole() });
    expect(inputsOf(flow, 'a')).toEqual([
      'name string ?',
      'offset Artifact ?',
      'rate number ?',
      'rounds integer ?'
    ]);
    expect(
      nodeOf(flow, 'a').inputs.map(({ name, optional, inCode }) => [name, optional, inCode?.value])
    ).toEqual([
      ['name', true, 'a'],
      ['offset', false, undefined],
      ['rate', true, 0.5],
      ['rounds', true, 10]
    ]);
  });

  it('is fed what a user binds to its parameters, to other literals and to missing names', () => {
    const inputs: NotebookNode['inputs'] = {
      rate: { from: { parameter: 'much' } },
      offset: { from: { value: 3 } },
      rounds: { removed: true }
    };
    const flow = flowOf({ a: whole({ inputs }) }, { much: { type: 'number' } });
    expect(inputsOf(flow, 'a')).toEqual(['name string ?', 'offset integer 3*', 'rate number $much*']);
  });

  it('makes another step give a value of the type that its parameter has', () => {
    const nodes: Record<string, PipelineNode> = {
      a: { ...whole(), inputs: { rounds: { from: { node: 'b', output: 'n' } } } },
      b: { kind: 'notebook', notebook: 'b.ipynb' }
    };
    const other = { ...analyzer.notebook(notebookOf(['n = len("abc")'])), path: 'b.ipynb' };
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': tagged(), 'b.ipynb': other });
    expect(inputsOf(flow, 'a')).toContain('rounds integer b.n*');
    expect(nodeOf(flow, 'b').outputs).toMatchObject([{ name: 'n', type: 'integer' }]);
  });

  it('gives names and files, those that a user names and those that others read', () => {
    const outputs: NotebookNode['outputs'] = {
      table: { type: 'Dataset', file: 'out/table.csv' },
      total: { type: 'number' }
    };
    const { outputs: found, offers } = nodeOf(flowOf({ a: whole({ outputs }) }), 'a');
    expect(found).toMatchObject([
      { name: 'table', type: 'Dataset', file: 'out/table.csv' },
      { name: 'total', type: 'number' }
    ]);
    expect(offers).toEqual(expect.arrayContaining(['name', 'rate', 'rounds', 'total']));
  });

  it('is linked with no cells of its notebook', () => {
    const notebook = tagged(['df = f()', 'print(df)', 'df["a"] = 1'], {});
    const flow = flowOf(
      { a: cellsNode(notebook, [0]), b: cellsNode(notebook, [2]), w: whole() },
      {},
      notebook
    );
    expect(flow.edges.map(({ source, target }) => [source, target])).toEqual([['a', 'b']]);
    expect(inputsOf(flow, 'w')).toEqual(['f Artifact ?']);
  });

  it('shows cells that do not parse, and follows what stands in the notebook', () => {
    const notebook = tagged(['x = 1', 'y = (']);
    const { cells } = nodeOf(flowOf({ a: whole() }, {}, notebook), 'a');
    expect(cells.map(({ state }) => state)).toEqual(['ok', 'unparsed']);
    expect(cells[1].syntaxError).toBeDefined();
  });

  it('keeps what a user bound when it cannot be read', () => {
    const node = whole({ inputs: { rate: { from: { value: 1 } } }, outputs: { total: { type: 'number' } } });
    const flow = resolveIn(pipelineOf({ a: node }), {});
    expect(inputsOf(flow, 'a')).toEqual(['rate integer 1*']);
    expect(nodeOf(flow, 'a')).toMatchObject({ cells: [], outputs: [{ name: 'total' }] });
    expect(flow.faults.has('a.ipynb')).toBe(true);
  });

  it('tells the language of a notebook that is not in Python', () => {
    const foreign = flowOf({ a: whole() }, {}, tagged(['x <- 1'], {}, 'r'));
    expect(nodeOf(foreign, 'a').language).toBe('r');
    expect(nodeOf(flowOf({ a: whole() }), 'a').language).toBeUndefined();
  });

  it('tells inputs that no cell of it reads', () => {
    const inputs: NotebookNode['inputs'] = { rate: { from: { value: 1 } }, rtae: { from: { value: 2 } } };
    const { inputs: ports } = nodeOf(flowOf({ a: whole({ inputs }) }), 'a');
    expect(ports.filter(({ unread }) => unread).map(({ name }) => name)).toEqual(['rtae']);
  });
});
