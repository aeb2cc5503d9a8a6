import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalyzedNotebook, CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { analyzed } from '../notebook/testing/notebook';
import { besideFile, type Pipeline, type PipelineNode } from '../pipeline';
import type { Flow } from './flow';
import { resolve } from './resolve';
import { cellsNode, inputsOf, nodeOf, pipelineOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const file = (path: string, more: object = {}): PipelineNode => ({ kind: 'pipeline', file: path, ...more });
const container = (more: object = {}): PipelineNode => ({
  kind: 'container',
  image: 'i',
  outputs: { o: { type: 'string' } },
  ...more
});

function resolveFiles(
  pipeline: Pipeline,
  files: Record<string, Pipeline>,
  notebooks: Record<string, AnalyzedNotebook> = {}
): Flow {
  const missing = (path: string) => ({ message: `There is no ${path}.` });
  return resolve(pipeline, {
    notebook: path => notebooks[path] ?? missing(path),
    pipeline: path => files[path] ?? missing(path)
  });
}

const INNER: Pipeline = {
  ...pipelineOf(
    {
      g: { kind: 'loop', items: { parameter: 'p' } },
      a: container({ group: 'g', inputs: { i: { type: 'string', from: { item: 'g' } } } }),
      b: container({ after: ['g'], inputs: { i: { type: 'integer', from: { parameter: 'q' } } } })
    },
    { p: { type: 'list' }, q: { type: 'integer', default: 3 } }
  ),
  outputs: { out: { type: 'string', from: { node: 'b', output: 'o' } } }
};

describe('a sub-pipeline that is a file', () => {
  it('holds what the file draws, fed by its own inputs', () => {
    const nodes = {
      s: file('sub/inner.weft', { inputs: { p: { type: 'list', from: { value: [1] } } } }),
      after: container({ inputs: { i: { type: 'string', from: { node: 's', output: 'out' } } } })
    };
    const flow = resolveFiles(pipelineOf(nodes), { 'sub/inner.weft': INNER });
    expect(inputsOf(flow, 's')).toEqual(['p list [1]*', 'q integer ?*']);
    expect(nodeOf(flow, 's').outputs).toMatchObject([
      { name: 'out', sources: [{ node: 's/b', output: 'o' }] }
    ]);
    expect(nodeOf(flow, 's').node).toMatchObject({ inputs: { q: { default: 3 } } });
    expect(nodeOf(flow, 's').title).toBe('inner');
    expect(inputsOf(flow, 's/g')).toEqual(['items list s.p*']);
    expect(inputsOf(flow, 's/a')).toEqual(['i string s/g*']);
    expect(inputsOf(flow, 's/b')).toEqual(['i integer s.q*']);
    expect(flow.order).toEqual(['s', 's/g', 's/a', 's/b', 'after']);
    expect(flow.children.get('s')).toEqual(['s/b', 's/g']);
    expect([...flow.nodes.values()].flatMap(({ id, fileOf }) => (fileOf ? [[id, fileOf]] : []))).toEqual([
      ['s/a', 's'],
      ['s/b', 's'],
      ['s/g', 's']
    ]);
    expect(Object.keys(flow.pipeline.nodes)).toEqual(['s', 'after']);
  });

  it('finds its notebooks and files from its own folder, and plans its cells by itself', () => {
    const notebook = analyzed(analyzer, ['x = f()', 'print(x)']);
    const inner = pipelineOf({
      r: { ...cellsNode(notebook, [1]), notebook: '../a.ipynb' },
      d: file('deep/d.weft')
    });
    const flow = resolveFiles(
      pipelineOf({ p: cellsNode(notebook, [0]), q: cellsNode(notebook, [1]), s: file('sub/inner.weft') }),
      { 'sub/inner.weft': inner, 'sub/deep/d.weft': pipelineOf({ n: container() }) },
      { 'a.ipynb': notebook }
    );
    expect([...flow.faults]).toEqual([]);
    expect(inputsOf(flow, 'q')).toEqual(['x Artifact p.x']);
    expect(inputsOf(flow, 's/r')).toEqual(['x Artifact ?']);
    expect(nodeOf(flow, 's/d/n').fileOf).toBe('s/d');
  });

  it('that cannot be read, or holds itself, is one fault', () => {
    const files = {
      'a.weft': pipelineOf({ x: file('b.weft') }),
      'b.weft': pipelineOf({ y: file('a.weft') })
    };
    const flow = resolveFiles(pipelineOf({ s: file('a.weft'), gone: file('gone.weft') }), files);
    expect([...flow.faults.keys()].sort()).toEqual(['a.weft', 'gone.weft']);
    expect(flow.faults.get('a.weft')?.message).toContain('inside itself');
    expect([...flow.nodes.keys()]).toEqual(['gone', 's', 's/x', 's/x/y']);
    const blind = resolve(pipelineOf({ s: file('a.weft') }), { notebook: path => ({ message: path }) });
    expect(blind.faults.get('a.weft')?.message).toContain('cannot be read here');
  });

  it('that doubles again and again is a fault, not a hang', () => {
    const twice = (path: string) => pipelineOf({ l: file(path), r: file(path) });
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${i}.weft`, twice(`${i + 1}.weft`)])
    );
    const flow = resolveFiles(pipelineOf({ s: file('0.weft') }), files);
    expect([...flow.faults.values()].some(({ message }) => message.includes('more than'))).toBe(true);
  }, 30_000);

  it('is a fault when an id of its nodes is taken', () => {
    const nodes = { s: file('a.weft'), 's/a': container() };
    const flow = resolveFiles(pipelineOf(nodes), { 'a.weft': pipelineOf({ a: container() }) });
    expect(flow.faults.get('a.weft')?.message).toContain('that of another node');
  });

  it('says what was left out of it', () => {
    const inner = pipelineOf({ a: container({ after: ['gone'] }) });
    const flow = resolveFiles(pipelineOf({ s: file('a.weft') }), { 'a.weft': inner });
    expect(flow.repairs.map(({ node, field }) => [node, ...field])).toEqual([['s/a', 'after', 'gone']]);
  });
});

it.each([
  ['sub/a.weft', 'n.ipynb', 'sub/n.ipynb'],
  ['sub/a.weft', '../n.ipynb', 'n.ipynb'],
  ['a.weft', '../n.ipynb', '../n.ipynb'],
  ['../x/a.weft', './b/../n.ipynb', '../x/n.ipynb'],
  ['a.weft', '/n.ipynb', '/n.ipynb'],
  ['/x/a.weft', 'n.ipynb', '/x/n.ipynb']
])('a path in %s: %s is %s', (weft, path, expected) => {
  expect(besideFile(weft, path)).toBe(expected);
});
