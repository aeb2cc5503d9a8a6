import { beforeAll, describe, expect, it } from 'vitest';
import { resolve } from '../../flow';
import { type CellAnalyzer, hashSource, readNotebook } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { newPipeline, type NotebookNode, type Pipeline, type PipelineNode } from '../../pipeline';
import { emptyCatalog } from '../../pools';
import { compile } from '../compile';
import { recompile } from '../testing/recompile';
import { importSpec } from './import-spec';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const CELLS: [source: string, ...tags: string[]][] = [
  ['import math'],
  ['rate = 0.5\nrounds = 10', 'parameters'],
  ['total = rate * rounds * math.pi'],
  ['print("not in a run")', 'skip'],
  ['open("out.csv", "w").write(str(total))']
];

function notebookText(cells = CELLS): string {
  return JSON.stringify({
    cells: cells.map(([source, ...tags], i) => ({
      cell_type: 'code',
      id: `c${i}`,
      metadata: { tags },
      source
    })),
    metadata: { language_info: { name: 'python' } },
    nbformat: 4,
    nbformat_minor: 5
  });
}

const whole = (settings: Partial<NotebookNode> = {}): NotebookNode => ({
  kind: 'notebook',
  notebook: 'a.ipynb',
  ...settings
});

/** What a pipeline over `a.ipynb` compiles to comes back as the same kinds of nodes, and compiles to the same. */
function thereAndBack(nodes: Record<string, PipelineNode>, parameters: Pipeline['parameters'] = {}) {
  const pipeline: Pipeline = { ...newPipeline({ id: 'p', name: 'demo' }), nodes, parameters };
  const flow = resolve(pipeline, {
    notebook: path => analyzer.notebook(readNotebook(notebookText(), path))
  });
  const { spec, platform, report } = compile(flow, emptyCatalog, 'kfp-2.18');
  expect(report.filter(({ outcome }) => outcome === 'lost')).toEqual([]);
  const imported = importSpec({ spec, platform, comment: '' }, { id: 'back', analyzer });
  const again = recompile(imported, analyzer);
  expect({ spec: again.spec, platform: again.platform }).toEqual({ spec, platform });
  expect(imported.report.kept).toEqual([]);
  return { ...imported, spec };
}

const kindsOf = ({ nodes }: Pipeline) => Object.values(nodes).map(({ kind }) => kind);
const tagsOf = (notebook: unknown) =>
  (notebook as { cells: { metadata: { tags?: string[] } }[] }).cells.map(
    ({ metadata }) => metadata.tags?.[0]
  );

describe('whole notebooks', () => {
  it('come back as such, with nothing that their code says by itself', () => {
    const { pipeline, notebooks, spec } = thereAndBack({ a: whole() });
    const [node] = Object.values(pipeline.nodes);
    expect(node).toMatchObject({ kind: 'notebook', notebook: 'a.ipynb' });
    expect(node).not.toHaveProperty('inputs');
    expect(node).not.toHaveProperty('cells');
    expect(spec.components?.['comp-a']).not.toHaveProperty('inputDefinitions');
    expect(tagsOf(notebooks['a.ipynb'])).toEqual([undefined, 'parameters', undefined, undefined, undefined]);
  });

  it('come back with what feeds them, and what they give', () => {
    const nodes: Record<string, PipelineNode> = {
      a: whole({
        outputs: { total: { type: 'number' }, table: { type: 'Dataset', file: 'out.csv' } },
        image: 'python:3.12',
        packages: ['pandas==2.2.3']
      }),
      b: whole({ inputs: { rate: { from: { node: 'a', output: 'total' }, pinned: true } } }),
      c: whole({ inputs: { rounds: { from: { parameter: 'n' } }, rate: { from: { value: 0.25 } } } })
    };
    const { pipeline } = thereAndBack(nodes, { n: { type: 'integer', default: 3 } });
    expect(kindsOf(pipeline)).toEqual(['notebook', 'notebook', 'notebook']);
    const bound = Object.values(pipeline.nodes).flatMap(node =>
      Object.keys((node as NotebookNode).inputs ?? {})
    );
    expect(bound.sort()).toEqual(['rate', 'rate', 'rounds']);
    expect(Object.values(pipeline.nodes)).toContainEqual(
      expect.objectContaining({
        packages: ['pandas==2.2.3'],
        outputs: expect.objectContaining({ table: { type: 'Dataset', file: 'out.csv' } }) as object
      })
    );
  });

  it('come back beside cells of the same notebook, also of those that they skip', () => {
    const cells = (place: number): PipelineNode => {
      const [source] = CELLS[place];
      return { kind: 'cells', notebook: 'a.ipynb', cells: [{ id: `c${place}`, hash: hashSource(source) }] };
    };
    const { pipeline, notebooks } = thereAndBack({ a: whole(), b: cells(2), c: cells(3) });
    expect(kindsOf(pipeline).sort()).toEqual(['cells', 'cells', 'notebook']);
    expect(tagsOf(notebooks['a.ipynb'])).toEqual([undefined, 'parameters', undefined, 'skip', undefined]);
  });
});
