import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import type { ContainerNode, ImporterNode } from '../pipeline';
import { flowOf, inputsOf, nodeOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const CELLS = ['df = read()', 'df["a"] = 1', 'n = len(df)\nprint(df)'];
const container = (settings: Partial<ContainerNode>): ContainerNode => ({
  kind: 'container',
  image: 'a:1',
  ...settings
});

describe('derived bindings', () => {
  it('come from the last node that changed the value', () => {
    const flow = flowOf(analyzer, CELLS, { a: [0], b: [1], c: [2] });
    expect(inputsOf(flow, 'b')).toEqual(['df Artifact a.df']);
    expect(inputsOf(flow, 'c')).toEqual(['df Artifact b.df']);
    expect(nodeOf(flow, 'c').inputs[0]).toMatchObject({ derived: true, optional: false });
  });

  it('are none inside a node, and none for what is copied', () => {
    const cells = ['import os\nK = 1', 'def f(): return os.name, K', 'f()'];
    expect(inputsOf(flowOf(analyzer, CELLS, { a: [0, 1, 2] }), 'a')).toEqual(['read Artifact ?']);
    const flow = flowOf(analyzer, cells, { a: [2] });
    expect(inputsOf(flow, 'a')).toEqual([]);
    expect(nodeOf(flow, 'a').prelude.map(({ index, source }) => [index, source])).toEqual([
      [0, 'import os'],
      [0, 'K = 1'],
      [1, 'def f(): return os.name, K']
    ]);
  });

  it('name the cell that writes a value but is in no node', () => {
    const [input] = nodeOf(flowOf(analyzer, CELLS, { c: [2] }), 'c').inputs;
    expect(input).toMatchObject({ name: 'df', writtenIn: { notebook: 'a.ipynb', cell: 'c1', index: 1 } });
    expect(input.binding).toBeUndefined();
  });

  it('name nothing where nothing writes a value', () => {
    const [input] = nodeOf(flowOf(analyzer, ['print(gone)'], { a: [0] }), 'a').inputs;
    expect(input).toEqual({ name: 'gone', type: 'Artifact', derived: true, optional: false });
  });

  it('are optional where the step may do without', () => {
    const flow = flowOf(analyzer, ['x = f()', 'if 1 > 0:\n    x = 2', 'x'], { a: [0], b: [1], c: [2] });
    expect(nodeOf(flow, 'b').inputs).toMatchObject([{ name: 'x', optional: true }]);
  });

  it('stand in the order of their names', () => {
    const flow = flowOf(analyzer, ['b = f()\na = f()', 'print(b, a)'], { p: [0], q: [1] });
    expect(inputsOf(flow, 'q')).toEqual(['a Artifact p.a', 'b Artifact p.b']);
  });
});

describe('what a user decided', () => {
  const drawing = { a: [0], b: [1] };
  const decide = (inputs: object) => ({ ...drawing, c: [[2], { inputs }] as [number[], object] });

  it('removes a name', () => {
    const flow = flowOf(analyzer, CELLS, decide({ df: { removed: true } }));
    expect(inputsOf(flow, 'c')).toEqual([]);
    expect(flow.edges.filter(({ target }) => target === 'c')).toEqual([]);
  });

  it.each([{}, { pinned: true }])('feeds a name from elsewhere, with %j', more => {
    const flow = flowOf(analyzer, CELLS, decide({ df: { from: { node: 'a', output: 'df' }, ...more } }));
    expect(inputsOf(flow, 'c')).toEqual(['df Artifact a.df*']);
    expect(flow.edges.filter(({ target }) => target === 'c')).toMatchObject([
      { source: 'a', derived: false }
    ]);
  });

  it('types a name, and leaves its source to the code', () => {
    const flow = flowOf(analyzer, CELLS, decide({ df: { type: 'Dataset' } }));
    expect(inputsOf(flow, 'c')).toEqual(['df Dataset b.df']);
  });

  it('adds a name that the code does not need', () => {
    const flow = flowOf(
      analyzer,
      CELLS,
      decide({ extra: { from: { value: [1] } }, gone: { type: 'string' } })
    );
    expect(inputsOf(flow, 'c')).toEqual(['df Artifact b.df', 'extra list [1]*']);
  });

  it('is all there is where the notebook cannot be read', () => {
    const inputs = {
      b: { from: { value: 1 } },
      a: { from: { value: 'x' } },
      c: { type: 'string' },
      d: { removed: true }
    };
    const node = { kind: 'cells', notebook: 'gone.ipynb', cells: [{ id: 'x', hash: '' }], inputs };
    expect(inputsOf(flowOf(analyzer, CELLS, { n: node }), 'n')).toEqual(['a string "x"*', 'b integer 1*']);
  });

  it('leads nowhere where what it names is gone', () => {
    const flow = flowOf(analyzer, CELLS, decide({ df: { from: { node: 'gone', output: 'df' } } }));
    expect(inputsOf(flow, 'c')).toEqual(['df Artifact b.df']);
  });
});

describe('types', () => {
  const asks = (type: string) => container({ inputs: { n: { type, from: { node: 'c', output: 'n' } } } });

  it('are what consumers ask for', () => {
    const flow = flowOf(analyzer, CELLS, { a: [0], b: [1], c: [2], z: asks('number') });
    expect(nodeOf(flow, 'c').outputs).toEqual([
      { name: 'n', type: 'number', derived: true, optional: false }
    ]);
  });

  it('are the smaller name of two that consumers ask for, in any order', () => {
    const both = { y: asks('string'), z: asks('integer') };
    const turned = { y: asks('integer'), z: asks('string') };
    for (const consumers of [both, turned]) {
      const flow = flowOf(analyzer, CELLS, { a: [0], b: [1], c: [2], ...consumers });
      expect(nodeOf(flow, 'c').outputs[0].type).toBe('integer');
    }
  });

  it('are what the maker declared, whatever consumers ask', () => {
    const outputs = { n: { type: 'Metrics' } };
    const flow = flowOf(analyzer, CELLS, { a: [0], b: [1], c: [[2], { outputs }], z: asks('number') });
    expect(nodeOf(flow, 'c').outputs).toEqual([
      { name: 'n', type: 'Metrics', derived: false, optional: false }
    ]);
  });

  it('go with derived bindings', () => {
    const outputs = { df: { type: 'Dataset' } };
    const flow = flowOf(analyzer, CELLS, { a: [[0], { outputs }], b: [1], c: [2] });
    expect(inputsOf(flow, 'b')).toEqual(['df Dataset a.df']);
  });

  it.each([
    [1, 'integer'],
    [0.5, 'number'],
    [true, 'boolean'],
    ['a', 'string'],
    [[1], 'list'],
    [{ a: 1 }, 'object'],
    [null, 'object']
  ])('of the constant %j is %s', (value, type) => {
    const flow = flowOf(analyzer, ['print(x)'], { a: [[0], { inputs: { x: { from: { value } } } }] });
    expect(nodeOf(flow, 'a').inputs[0].type).toBe(type);
  });

  it('of parameters and imported artifacts are theirs', () => {
    const seed: ImporterNode = { kind: 'importer', uri: { parameter: 'where' }, type: 'Dataset' };
    const inputs = { x: { from: { parameter: 'where' } }, y: { from: { node: 'seed', output: 'artifact' } } };
    const flow = flowOf(
      analyzer,
      ['print(x, y)'],
      { a: [[0], { inputs }], seed },
      { where: { type: 'string', default: 'gs://b/x' } }
    );
    expect(inputsOf(flow, 'a')).toEqual(['x string $where*', 'y Dataset seed.artifact*']);
    expect(inputsOf(flow, 'seed')).toEqual(['uri string $where*']);
    expect(nodeOf(flow, 'seed').outputs).toMatchObject([{ name: 'artifact', type: 'Dataset' }]);
  });
});

describe('outputs', () => {
  it('are what users export and what others take, of what the cells leave behind', () => {
    const cells = ['import os\na = f()\nb = f()\nc = f()\ndel c', 'print(a)'];
    const outputs = { b: { type: 'Model' } };
    const flow = flowOf(analyzer, cells, { p: [[0], { outputs }], q: [1] });
    expect(nodeOf(flow, 'p').outputs.map(({ name, type, derived }) => [name, type, derived])).toEqual([
      ['a', 'Artifact', true],
      ['b', 'Model', false]
    ]);
    expect(nodeOf(flow, 'p').offers).toEqual(['a', 'b']);
  });

  it('are none for a name that is taken but not there', () => {
    const z = container({ inputs: { x: { type: 'number', from: { node: 'p', output: 'nothing' } } } });
    expect(nodeOf(flowOf(analyzer, ['a = 1'], { p: [0], z }), 'p').outputs).toEqual([]);
  });
});
