import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from '../../flow';
import { type CellAnalyzer, readNotebook } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { type CellsNode, isCells, newPipeline, type Pipeline, readPipeline } from '../../pipeline';
import { type Catalog, emptyCatalog, readCatalog } from '../../pools';
import { compile } from '../compile';
import { type ImportedSpec, importSpec } from './import-spec';
import { recompile } from '../testing/recompile';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** What a pipeline compiles to, what an import makes of that, and what this compiles to. */
function thereAndBack(pipeline: Pipeline, notebook: string, path: string, catalog: Catalog = emptyCatalog) {
  const read = analyzer.notebook(readNotebook(notebook, path));
  const flow = resolve(pipeline, { notebook: name => (name === path ? read : { message: name }) });
  const { spec, platform, report } = compile(flow, catalog, 'kfp-2.18');
  expect(report.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
  const imported = importSpec({ spec, platform, comment: '' }, { id: 'back', analyzer });
  const again = recompile(imported, analyzer);
  expect({ spec: again.spec, platform: again.platform }).toEqual({ spec, platform });
  return imported;
}

const keptOf = ({ report }: ImportedSpec) => report.kept;

describe('steps that Weft made', () => {
  it('come back as the cells of the example, with nothing kept', () => {
    const folder = 'examples/breast-cancer';
    const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
    const pipeline = readPipeline(text('breast-cancer.weft'), 'breast-cancer.weft');
    const catalog = readCatalog(text('weft.pools.yaml'), 'weft.pools.yaml');
    const imported = thereAndBack(pipeline, text('breast-cancer.ipynb'), 'breast-cancer.ipynb', catalog);
    expect(keptOf(imported)).toEqual([]);
    const cells = (from: Pipeline) =>
      Object.values(from.nodes)
        .filter(isCells)
        .map(node => node.cells);
    expect(cells(imported.pipeline)).toEqual(expect.arrayContaining(cells(pipeline)));
    expect(Object.keys(imported.notebooks)).toEqual(['breast-cancer.ipynb']);
  });

  const sources = [
    'import math',
    '# words',
    'rate = 0.5\nunused = 1',
    'def area(r):\n    return math.pi * r ** 2\n\nclass Box:\n    pass',
    'total = area(3) * rate',
    'boxes = [Box() for _ in range(3)]',
    'print(total, len(boxes), extra)'
  ];
  const notebook = JSON.stringify({
    cells: sources.map((source, index) => ({
      cell_type: source.startsWith('#') ? 'markdown' : 'code',
      id: `c${index}`,
      metadata: {},
      source
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5
  });
  const cells = (places: number[], rest: Partial<CellsNode> = {}): CellsNode => {
    const { cells: found } = analyzer.notebook(readNotebook(notebook, 'a.ipynb'));
    const refs = places.flatMap(place => found.find(cell => cell.index === place) ?? []);
    return { kind: 'cells', notebook: 'a.ipynb', cells: refs.map(({ id, hash }) => ({ id, hash })), ...rest };
  };
  const drawn = (nodes: Pipeline['nodes'], rest: Partial<Pipeline> = {}): Pipeline => ({
    ...newPipeline({ id: 'p', name: 'demo' }),
    nodes,
    ...rest
  });

  it('come back with what their code takes from other cells, at its lines', () => {
    const imported = thereAndBack(
      drawn({ a: cells([4]), b: cells([5]), c: cells([6]) }),
      notebook,
      'a.ipynb'
    );
    expect(keptOf(imported)).toEqual([]);
    const made = imported.notebooks['a.ipynb'] as { cells: { cell_type: string; source: string }[] };
    expect(made.cells.map(({ cell_type }) => cell_type)).toEqual([
      'code',
      'markdown',
      'code',
      'code',
      'code',
      'code',
      'code'
    ]);
    expect(made.cells[6].source).toBe(sources[6]);
    expect(Object.values(imported.pipeline.nodes).some(node => 'inputs' in node)).toBe(false);
  });

  it('come back with what a user decided on their names', () => {
    const parameters = { much: { type: 'number', default: 0.1 } } as const;
    const pipeline = drawn(
      {
        a: cells([4], {
          inputs: { rate: { from: { parameter: 'much' } } },
          outputs: { total: { type: 'number' } }
        }),
        b: cells([5], { image: 'python:3.12', title: 'Boxes', timeout: '90s' }),
        c: cells([6], { inputs: { extra: { removed: true }, boxes: { type: 'Dataset' } } }),
        d: {
          kind: 'container',
          image: 'x',
          command: ['echo', { input: 'n' }],
          inputs: { n: { type: 'number', from: { node: 'a', output: 'total' } } }
        }
      },
      { parameters }
    );
    expect(keptOf(thereAndBack(pipeline, notebook, 'a.ipynb'))).toEqual([]);
  });

  it('come back with the files that they pass on, the value that they end with, and what pip installs', () => {
    const source = [
      'import pandas as pd\npd.DataFrame({"a": [1]}).to_csv("out/a.csv")\n6 * 7',
      'print(pd.read_csv("out/a.csv"))'
    ];
    const text = JSON.stringify({
      cells: source.map((code, i) => ({ cell_type: 'code', id: `f${i}`, metadata: {}, source: code })),
      metadata: { language_info: { name: 'python' } },
      nbformat: 4,
      nbformat_minor: 5
    });
    const found = analyzer
      .notebook(readNotebook(text, 'f.ipynb'))
      .cells.map(({ id, hash }) => ({ id, hash }));
    const node = (place: number, rest: Partial<CellsNode> = {}): CellsNode => ({
      kind: 'cells',
      notebook: 'f.ipynb',
      cells: [found[place]],
      ...rest
    });
    const reader: Pipeline['nodes'][string] = {
      kind: 'container',
      image: 'x',
      command: ['echo', { input: 'n' }],
      inputs: { n: { type: 'integer', from: { node: 'a', output: '_' } } }
    };
    const pipeline = drawn({
      a: node(0, {
        title: 'a',
        outputs: { numbers: { type: 'Dataset', file: 'out/a.csv' } },
        packages: ['pandas==2.2']
      }),
      b: node(1, { title: 'b' }),
      c: { ...reader, title: 'c' }
    });
    const imported = thereAndBack(pipeline, text, 'f.ipynb');
    expect(keptOf(imported)).toEqual([]);
    const { a, b, c } = imported.pipeline.nodes as unknown as Record<'a' | 'b', CellsNode> & {
      c: typeof reader;
    };
    expect(a.packages).toEqual(['pandas==2.2']);
    expect(a.outputs).toEqual({
      _: { type: 'integer' },
      numbers: { type: 'Dataset', file: 'out/a.csv' }
    });
    expect(b.inputs ?? {}).not.toHaveProperty('numbers');
    expect(c).toMatchObject({ inputs: { n: { from: { node: 'a', output: '_' } } } });
  });

  it('come back inside groups', () => {
    const pipeline = drawn({
      l: { kind: 'loop', items: { value: [1, 2] } },
      a: cells([4], { group: 'l', inputs: { rate: { from: { item: 'l' } } } }),
      b: cells([5]),
      c: cells([6])
    });
    thereAndBack(pipeline, notebook, 'a.ipynb');
  });

  it('are containers where nobody can read cells', () => {
    const flow = resolve(drawn({ a: cells([4]) }), {
      notebook: path => analyzer.notebook(readNotebook(notebook, path))
    });
    const { spec } = compile(flow, emptyCatalog, 'kfp-2.18');
    const imported = importSpec({ spec, comment: '' }, { id: 'x' });
    expect(Object.values(imported.pipeline.nodes).map(({ kind }) => kind)).toEqual(['container']);
    expect(recompile(imported).spec).toEqual(spec);
  });

  it.each(['../a.ipynb', '/etc/a.ipynb', 'x/../../a.ipynb', 'drive:a.ipynb', 'a.py'])(
    'are containers where their notebook would be written elsewhere: %s',
    path => {
      const flow = resolve(drawn({ a: { ...cells([4]), notebook: path } }), {
        notebook: () => analyzer.notebook(readNotebook(notebook, path))
      });
      const { spec } = compile(flow, emptyCatalog, 'kfp-2.18');
      const imported = importSpec({ spec, comment: '' }, { id: 'x', analyzer });
      expect(imported.notebooks).toEqual({});
      expect(recompile(imported).spec).toEqual(spec);
    }
  );
});
