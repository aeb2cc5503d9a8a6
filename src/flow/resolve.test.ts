import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { analyzed } from '../notebook/testing/notebook';
import type { ContainerNode } from '../pipeline';
import type { EdgeReason } from './flow';
import { cellsNode, flowOf, inputsOf, nodeOf, pipelineOf, resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const container = (settings: Partial<ContainerNode>): ContainerNode => ({
  kind: 'container',
  image: 'a:1',
  ...settings
});
const ids = (flow: ReturnType<typeof flowOf>) => flow.edges.map(({ id, kind }) => `${id} ${kind}`).sort();

describe('edges', () => {
  it('say which lines are behind them', () => {
    const flow = flowOf(analyzer, ['import os\ndf = f()', 'y = 1\nprint(df)'], { a: [0], b: [1] });
    expect(flow.edges).toEqual([
      {
        id: 'a:df->b:df',
        source: 'a',
        sourcePort: 'df',
        target: 'b',
        targetPort: 'df',
        kind: 'data',
        derived: true,
        stale: false,
        why: expect.objectContaining({
          name: 'df',
          notebook: 'a.ipynb',
          write: { cell: 0, id: 'c0', line: 2, code: 'df = f()' },
          read: { cell: 1, id: 'c1', line: 2, code: 'print(df)' }
        }) as EdgeReason
      }
    ]);
  });

  it('tell reading from changing and from perhaps', () => {
    const cells = ['d = f()', 'd["a"] = 1', 'if 1 > 0:\n    d = 2', 'print(d)'];
    expect(ids(flowOf(analyzer, cells, { a: [0], b: [1], c: [2], d: [3] }))).toEqual([
      'a:d->b:d update',
      'b:d->c:d maybe',
      'c:d->d:d data'
    ]);
  });

  it('follow files that one step writes and another reads', () => {
    const cells = ['open("a.txt", "w")', 'open("a.txt")'];
    const flow = flowOf(analyzer, cells, { p: [0], q: [1] });
    expect(ids(flow)).toEqual(['p:file_a_txt->q:file_a_txt file']);
    expect(flow.edges[0].why?.name).toBe('a.txt');
    expect(inputsOf(flow, 'q')).toEqual(['file_a_txt Artifact p.file_a_txt']);
    expect(flow.order).toEqual(['p', 'q']);
  });

  it('follow the order that a user drew', () => {
    const flow = flowOf(analyzer, ['a = 1'], { a: [[0], { after: ['z'] }], z: container({}) });
    expect(flow.edges).toEqual([
      { id: 'z:->a:', source: 'z', target: 'a', kind: 'order', derived: false, stale: false }
    ]);
    expect(flow.order).toEqual(['z', 'a']);
  });

  it('are one for one wire, however often it is drawn', () => {
    const after = container({ after: ['z', 'z'] });
    expect(ids(flowOf(analyzer, [], { a: after, z: container({}) }))).toEqual(['z:->a: order']);
  });
});

describe('order and cycles', () => {
  it('leave out notes', () => {
    const flow = flowOf(analyzer, ['a = 1'], { b: [0], a: { kind: 'note', text: 'x' } });
    expect(flow.order).toEqual(['b']);
    expect([...flow.nodes.keys()]).toEqual(['a', 'b']);
  });

  it('show a cycle that the code closes', () => {
    const cells = ['x = f()', 'y = g(x)', 'print(y)'];
    const flow = flowOf(analyzer, cells, { p: [0, 2], q: [1], r: container({}) });
    expect(flow.cycles.map(cycle => [...cycle].sort())).toEqual([['p', 'q']]);
    expect(flow.order).toEqual(['r', 'p', 'q']);
  });

  it('are free of a cycle that was only drawn, at the same edge for all', () => {
    const nodes = { a: container({ after: ['b'] }), b: container({ after: ['a'] }) };
    const flow = resolveIn(pipelineOf(nodes), {});
    expect(flow.cycles).toEqual([]);
    expect(flow.edges).toHaveLength(1);
  });
});

describe('several notebooks', () => {
  it('know nothing of each other but what a user draws', () => {
    const one = analyzed(analyzer, ['x = f()']);
    const two = { ...analyzed(analyzer, ['print(x)', 'print(z)']), path: 'b.ipynb' };
    const inputs = { z: { from: { node: 'p', output: 'x' } } };
    const nodes = { p: cellsNode(one, [0]), q: cellsNode(two, [0]), r: cellsNode(two, [1], { inputs }) };
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': one, 'b.ipynb': two });
    expect(inputsOf(flow, 'q')).toEqual(['x Artifact ?']);
    expect(inputsOf(flow, 'r')).toEqual(['z Artifact p.x*']);
    expect(nodeOf(flow, 'p').outputs.map(({ name }) => name)).toEqual(['x']);
  });

  it('are read where others cannot be', () => {
    const one = analyzed(analyzer, ['x = f()', 'print(x)']);
    const gone = { ...cellsNode(one, [0]), notebook: 'gone.ipynb' };
    const nodes = { g: gone, p: cellsNode(one, [0]), q: cellsNode(one, [1]) };
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': one });
    expect([...flow.faults.keys()]).toEqual(['gone.ipynb']);
    expect(ids(flow)).toEqual(['p:x->q:x data']);
  });
});

describe('one cell in two nodes', () => {
  it('gives what it makes from the first node by id', () => {
    const flow = flowOf(analyzer, ['x = f()', 'print(x)'], { b: [0], a: [0], c: [1] });
    expect(inputsOf(flow, 'c')).toEqual(['x Artifact a.x']);
  });
});

describe('nodes of an unknown kind', () => {
  it('stay, without ports, in the order of the run', () => {
    const flow = resolveIn(pipelineOf({ a: { kind: 'sweep', items: [1] }, b: container({}) }), {});
    expect(nodeOf(flow, 'a')).toMatchObject({ inputs: [], outputs: [], cells: [], clashes: [] });
    expect(flow.order).toEqual(['a', 'b']);
  });
});
