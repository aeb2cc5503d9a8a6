import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from '../../flow';
import { type CellAnalyzer, type Notebook, proposeSteps } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { type CellsNode, type Parameter, proposedPipeline } from '../../pipeline';
import { findings } from '../testing/flow';
import { parameterDrift } from './parameter-drift';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const STEPS = ['df = load("a.csv").sample(n)', 'model = SVC().fit(df, n)\nmodel.save("m")'];

function notebook(first: string, tag = 'parameters'): Notebook {
  const cells = [first, ...STEPS].map((source, index) => ({
    id: `c${index}`,
    index,
    type: 'code' as const,
    source,
    tags: index === 0 ? [tag] : []
  }));
  return { path: 'a.ipynb', language: 'python', cells };
}

/** What is said when a notebook was turned into a pipeline and its first cell was edited then. */
function edited(before: string, after: string, parameter: Partial<Parameter> = {}, tag?: string) {
  const drawn = notebook(before);
  const analyzed = analyzer.notebook(drawn);
  const pipeline = proposedPipeline(drawn.path, analyzed, proposeSteps(drawn, analyzed), {
    id: 'p',
    name: 'demo'
  });
  const parameters = Object.fromEntries(
    Object.entries(pipeline.parameters).map(([name, each]) => [name, { ...each, ...parameter }])
  );
  expect(Object.keys(parameters)).toEqual(['n']);
  const now = analyzer.notebook(notebook(after, tag));
  return findings(parameterDrift, resolve({ ...pipeline, parameters }, { notebook: () => now }));
}

const said = (...given: Parameters<typeof edited>) => edited(...given).map(({ message }) => message);

describe('a parameter that was made of a tagged cell', () => {
  it('is told of once when the cell says another value now', () => {
    expect(edited('n = 3', 'n = 5')).toEqual([
      {
        severity: 'warning',
        field: 'parameters.n.default',
        message: 'The parameter n is 3 here and 5 in cell 1 of a.ipynb.',
        fix: 'Set its default to 5, or leave it if runs are to differ from the notebook.'
      }
    ]);
    expect(said('n = 3', 'n = 5', {}, 'pipeline-parameters')).toHaveLength(1);
  });

  it('is told of when the cell computes it now', () => {
    expect(said('n = 3', 'import os\nn = int(os.environ["N"])')).toEqual([
      'The parameter n is 3 here, and cell 1 of a.ipynb sets it otherwise, by `n = int(os.environ["N"])`.'
    ]);
  });

  it.each([
    ['n = "a"', 'n = "b"', '"a" here and "b"'],
    ['n = True', 'n = False', 'true here and false'],
    ['n = [1, 2]', 'n = [1]', '[1,2] here and [1]'],
    ['n = 0.5', 'n = 1', '0.5 here and 1']
  ])('knows %s from %s', (before, after, values) => {
    expect(said(before, after)[0]).toContain(values);
  });

  it('is told of when no cell sets it any more', () => {
    expect(said('n = 3', 'm = 1')).toEqual(['The parameter n is 3 here, and no cell of a.ipynb sets it.']);
    expect(edited('n = 3', 'm = 1')[0].severity).toBe('info');
    expect(said('n = 3', 'm = 1', { default: null })).toEqual([]);
  });

  it('says nothing of values that are long', () => {
    expect(said('n = 3', `n = "${'a'.repeat(99)}"`)).toEqual([
      'The parameter n has another value here than in cell 1 of a.ipynb.'
    ]);
  });

  it.each([
    ['n = 3', 'n = 3'],
    ['n = 3', 'm = 1\nn  =  3  # rows'],
    ['n = 3.0', 'n = 3'],
    ['n = {"a": 1, "b": [2]}', 'n = {"b": [2], "a": 1}'],
    ['n = "a"', "n = 'a'"]
  ])('is content with %s and %s', (before, after) => {
    expect(said(before, after)).toEqual([]);
  });

  it('is content with a default that there is not, and with a cell that is tagged no longer', () => {
    expect(said('n = 3', 'n = 5', { default: null })).toEqual([]);
    expect(said('n = 3', 'n = 5', {}, 'other')).toEqual([]);
  });
});

describe('a parameter that a user feeds', () => {
  const flowOf = (node: Partial<CellsNode>) => {
    const now = analyzer.notebook(notebook('n = 5'));
    const cells = now.cells.slice(1).map(({ id, hash }) => ({ id, hash }));
    const a: CellsNode = { kind: 'cells', notebook: 'a.ipynb', cells, ...node };
    const parameters = { n: { type: 'integer', default: 3 }, n_2: { type: 'integer', default: 4 } } as const;
    const size = { type: 'integer', default: 3 } as const;
    return resolve(
      {
        weft: 1,
        id: 'p',
        name: 'demo',
        parameters: { ...parameters, size },
        nodes: { a },
        layout: {}
      },
      { notebook: () => now }
    );
  };
  const fed = (parameter: string, cells?: CellsNode['cells']) =>
    findings(parameterDrift, flowOf({ inputs: { n: { from: { parameter } } }, ...(cells && { cells }) }));

  it('may have another name, and is compared under one that only got a number', () => {
    expect(fed('size')).toEqual([]);
    expect(fed('n')).toHaveLength(1);
    expect(fed('n_2')[0].field).toBe('parameters.n_2.default');
    expect(fed('gone')).toEqual([]);
  });

  it('is left to the rule of changed cells when the tagged cell is in a node', () => {
    const { cells } = analyzer.notebook(notebook('n = 5'));
    expect(
      fed(
        'n',
        cells.map(({ id, hash }) => ({ id, hash }))
      )
    ).toEqual([]);
  });
});
