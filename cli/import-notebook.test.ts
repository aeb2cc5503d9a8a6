import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { notebook, shipWeft } from './testing/shipped';

const { folder, weft, write } = shipWeft();
const KALE = join(import.meta.dirname, 'testing', 'kale');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

interface Drawn {
  name: string;
  description?: string;
  parameters: Record<string, unknown>;
  nodes: Record<
    string,
    { title: string; cells?: { id: string }[]; after?: string[] } & Record<string, unknown>
  >;
}

/** Imports one of the tagged notebooks; gives the pipeline, its nodes by title, and what was said. */
function imported(name: string) {
  cpSync(KALE, folder, { recursive: true });
  const ended = weft(['import', `${name}.ipynb`, '-o', `${name}.weft`, '--force']);
  expect(ended).toMatchObject({ status: 0, out: '' });
  const pipeline = JSON.parse(read(`${name}.weft`)) as Drawn;
  const nodes = Object.fromEntries(Object.values(pipeline.nodes).map(node => [node.title, node]));
  return { pipeline, nodes, said: ended.err.trimEnd().split('\n') };
}

describe('weft import of a notebook', () => {
  it('draws the steps that Kale would make, with their settings, parameters and metrics', () => {
    const { pipeline, nodes, said } = imported('churn');
    expect(pipeline).toMatchObject({ name: 'churn', description: 'Who leaves, and when.' });
    expect(pipeline.parameters).toEqual({
      LABEL: { type: 'string', default: 'churned' },
      ROWS: { type: 'integer', default: 400 },
      STRENGTH: { type: 'number', default: 0.5 }
    });
    expect(Object.keys(nodes).sort()).toEqual(['announce', 'evaluate', 'load_data', 'prepare', 'train']);
    expect(nodes.load_data).toMatchObject({
      cells: [{ id: 'chur-06' }, { id: 'chur-07' }],
      image: 'ghcr.io/acme/notebook:1.4',
      resources: { cpu: '2', memory: '4Gi' },
      kubernetes: {
        podMetadata: {
          labels: { app: 'churn', team: 'growth' },
          annotations: { 'example.com/source': 'https://example.com:8443/churn' }
        },
        pvcMount: [{ pvcName: 'churn-data', mountPath: '/data' }]
      }
    });
    expect(nodes.train).toMatchObject({
      image: 'ghcr.io/acme/train:2.1',
      cache: false,
      resources: { accelerator: 'nvidia.com/gpu', accelerators: 1 },
      inputs: { STRENGTH: { from: { parameter: 'STRENGTH' } } }
    });
    expect(nodes.evaluate.outputs).toEqual({ auc: { type: 'Metrics' } });
    expect(nodes.announce.after).toHaveLength(1);
    expect(nodes.evaluate.after).toBeUndefined();
    expect(said).toEqual([
      'churn.ipynb: The experiment "growth" is chosen when a run is started.',
      'churn.ipynb: The step "evaluate": its report is written all the same.',
      "churn.ipynb: 5 steps, from Kale's tags"
    ]);
  });

  it.each(['churn', 'ensemble', 'scaling', 'composed'])('makes a pipeline of %s that compiles', name => {
    imported(name);
    const ended = weft(['compile', `${name}.weft`, '-o', `${name}.yaml`]);
    expect({ status: ended.status, errors: ended.err.match(/: error: .*/g) }).toEqual({
      status: 0,
      errors: null
    });
    expect(existsSync(join(folder, `${name}.yaml`))).toBe(true);
    expect(weft(['fmt', '--check', `${name}.weft`]).status).toBe(0);
  });

  it('reports what it does not take over as JSON', () => {
    cpSync(KALE, folder, { recursive: true });
    const { status, out } = weft(['import', 'ensemble.ipynb', '--json']);
    expect(status).toBe(0);
    const { from, steps, lost } = JSON.parse(out);
    expect(from).toBe('kale');
    expect([...steps].sort()).toEqual(['Create work', 'bayes', 'forest', 'load', 'results', 'tree']);
    expect(lost).toContainEqual({
      cell: 7,
      message: 'Cell 8: the step "tree" comes after "gone", which is no step.'
    });
  });

  it('proposes steps where nothing is tagged, and writes to standard output', () => {
    write('plain.ipynb', notebook({ a: 'x = sum([1, 2])', b: 'print(x)' }));
    const { status, out, err } = weft(['import', 'plain.ipynb']);
    expect(status).toBe(0);
    expect(Object.values(JSON.parse(out).nodes)).toMatchObject([{ kind: 'cells', notebook: 'plain.ipynb' }]);
    expect(err).toBe('plain.ipynb: 1 step, proposed (weft propose says why)\n');
  });

  it('says so where there is nothing to draw, and where there is no notebook', () => {
    write('none.ipynb', notebook({ a: 'import math' }));
    expect(weft(['import', 'none.ipynb', '-o', 'none.weft'])).toEqual({
      status: 1,
      out: '',
      err: 'none.ipynb holds no code that could be a step.\n'
    });
    expect(existsSync(join(folder, 'none.weft'))).toBe(false);
    write('bad.ipynb', '[]');
    expect(weft(['import', 'bad.ipynb'])).toMatchObject({ status: 2, out: '' });
  });
});
