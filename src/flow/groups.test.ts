import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import type { Binding, ContainerNode, LoopNode, PipelineNode } from '../pipeline';
import { collectedOver } from './collected';
import { flowOf, inputsOf, nodeOf, pipelineOf, resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const step = (settings: Partial<ContainerNode> = {}): ContainerNode => ({
  kind: 'container',
  image: 'a:1',
  outputs: { n: { type: 'number' }, m: { type: 'Model' } },
  ...settings
});
const takes = (type: string, from: Binding) => ({ in: { type, from } });
const loop = (settings: Partial<LoopNode> = {}): LoopNode => ({ kind: 'loop', ...settings });
const outputsOf = (flow: ReturnType<typeof resolveIn>, id: string) =>
  nodeOf(flow, id).outputs.map(({ name, type, sources }) => [name, type, sources]);

describe('ports of groups', () => {
  it('pass over half a condition, which merging may leave where no branch is', () => {
    const half = { ...step(), when: { left: { node: 'a', output: 'n' } } } as unknown as PipelineNode;
    const flow = resolveIn(pipelineOf({ a: step(), b: half }), {});
    expect(nodeOf(flow, 'a').outputs.map(({ name }) => name)).toEqual(['m', 'n']);
  });

  it('are what the group names, and the settings that a binding feeds', () => {
    const nodes: Record<string, PipelineNode> = {
      a: step(),
      l: loop({ items: { value: [1] }, inputs: takes('number', { node: 'a', output: 'n' }) }),
      b: { kind: 'branch', when: { left: { node: 'a', output: 'n' }, is: '>', right: { value: 0.5 } } },
      c: { kind: 'choice', outputs: { best: { type: 'Model', from: [] } } },
      i: { kind: 'importer', type: 'Model', uri: { parameter: 'p' } }
    };
    const flow = resolveIn(pipelineOf(nodes, { p: { type: 'string' } }), {});
    expect(inputsOf(flow, 'l')).toEqual(['in number a.n*', 'items list [1]*']);
    expect(inputsOf(flow, 'b')).toEqual(['when.left number a.n*', 'when.right number 0.5*']);
    expect(nodeOf(flow, 'b').inputs.map(({ field }) => field)).toEqual([
      ['when', 'left'],
      ['when', 'right']
    ]);
    expect(inputsOf(flow, 'i')).toEqual(['uri string $p*']);
    expect(outputsOf(flow, 'c')).toEqual([['best', 'Model', []]]);
    expect(flow.edges.map(({ id }) => id).sort()).toEqual(['a:n->b:when.left', 'a:n->l:in']);
  });

  it('of steps are also the settings of Kubernetes that come from elsewhere', () => {
    const kubernetes = {
      pvcMount: [
        { pvcName: 'fixed', mountPath: '/a' },
        { pvcName: { node: 'a', output: 'n' }, mountPath: '/b' }
      ],
      tolerations: [{ key: 'gpu' }, { parameter: 'p' }],
      nodeSelector: { parameter: 'p' }
    };
    const nodes = { a: step(), b: step({ kubernetes }) };
    const flow = resolveIn(pipelineOf(nodes, { p: { type: 'object' } }), {});
    expect(inputsOf(flow, 'b')).toEqual([
      'kubernetes.nodeSelector object $p*',
      'kubernetes.pvcMount.1.pvcName string a.n*',
      'kubernetes.tolerations.1 object $p*'
    ]);
    expect(flow.order).toEqual(['a', 'b']);
  });

  it('are there for the outputs of the pipeline too, with all that gives them', () => {
    const nodes = { a: step() };
    const outputs = { out: { type: 'Model', from: { node: 'a', output: 'm' } } };
    const flow = resolveIn({ ...pipelineOf(nodes), outputs }, {});
    expect(flow.outputs).toEqual([
      { name: 'out', type: 'Model', sources: [{ node: 'a', output: 'm' }], derived: false, optional: false }
    ]);
  });
});

describe('types across groups', () => {
  const cells = ['x = f()', 'print(x)'];
  it('are collected when the reader is not in the loop', () => {
    const flow = flowOf(analyzer, cells, {
      outer: loop(),
      inner: loop({ group: 'outer' }),
      s: step({ group: 'inner' }),
      beside: step({ group: 'outer', inputs: takes('list', { node: 's', output: 'n' }) }),
      when: {
        kind: 'branch',
        when: { left: { node: 's', output: 'n' }, is: '==', right: { node: 's', output: 'm' } }
      },
      p: [[0], { group: 'inner' }],
      q: [1]
    });
    expect(collectedOver(flow, 's', 'beside')).toEqual(['inner']);
    expect(collectedOver(flow, 's', 'q')).toEqual(['inner', 'outer']);
    expect(collectedOver(flow, 's', '')).toEqual(['inner', 'outer']);
    expect(collectedOver(flow, 's', 'p')).toEqual([]);
    expect(collectedOver(flow, 'q', 's')).toEqual([]);
    expect(inputsOf(flow, 'when')).toEqual(['when.left list s.n*', 'when.right Model[] s.m*']);
    expect(inputsOf(flow, 'q')).toEqual(['x Artifact[] p.x']);
    expect(nodeOf(flow, 'p').outputs.map(({ name, type }) => [name, type])).toEqual([['x', 'Artifact']]);
  });

  it('of items are those of constants, of many artifacts, else objects', () => {
    const item = (id: string, field?: string): Binding => ({ item: id, ...(field && { field }) });
    const inside = (group: string, field?: string): PipelineNode => ({
      kind: 'branch',
      group,
      when: { left: item(group, field), is: '==', right: item(group) }
    });
    const nodes: Record<string, PipelineNode> = {
      numbers: loop({ items: { value: [1, 2.5] } }),
      a: inside('numbers'),
      records: loop({ items: { value: [{ k: 'v' }, { k: 'w' }] } }),
      b: inside('records', 'k'),
      models: loop({ items: { node: 'made', output: 'ms' } }),
      made: step({ outputs: { ms: { type: 'Model[]' }, xs: { type: 'list' } } }),
      c: inside('models'),
      any: loop({ items: { node: 'made', output: 'xs' } }),
      d: inside('any')
    };
    const flow = resolveIn(pipelineOf(nodes), {});
    const left = (id: string) => nodeOf(flow, id).inputs[0].type;
    expect(['a', 'b', 'c', 'd'].map(left)).toEqual(['number', 'string', 'Model', 'object']);
    expect(inputsOf(flow, 'models')).toEqual(['items Model[] made.ms*']);
  });

  it('of what cells leave are those that settings ask for', () => {
    const when = { left: { node: 'p', output: 'x' }, is: '>' as const, right: { value: 0.5 } };
    const flow = flowOf(analyzer, ['x = f()', 'y = f()', 'z = f()'], {
      p: [0, 1, 2],
      b: { kind: 'branch', when },
      l: loop({ items: { node: 'p', output: 'y' } }),
      c: { kind: 'choice', outputs: { o: { type: 'Model', from: [{ node: 'p', output: 'z' }] } } }
    });
    expect(nodeOf(flow, 'p').outputs.map(({ name, type }) => [name, type])).toEqual([
      ['x', 'number'],
      ['y', 'list']
    ]);
    expect(flow.repairs.map(({ node, field }) => [node, ...field])).toEqual([
      ['c', 'outputs', 'o', 'from', '0']
    ]);
  });

  it('are known of names that the outputs of a group or of the pipeline take', () => {
    const nodes = flowOf(analyzer, ['x = f()\ny = f()'], {
      g: { kind: 'pipeline', outputs: { o: { type: 'Model', from: { node: 'p', output: 'x' } } } },
      p: [[0], { group: 'g' }]
    });
    expect(nodeOf(nodes, 'p').outputs.map(({ name, type }) => [name, type])).toEqual([['x', 'Model']]);
  });
});

describe('order', () => {
  it('is group by group: each, what it holds, then what follows it', () => {
    const nodes = {
      z: loop({ after: ['last'] }),
      y: step({ group: 'z' }),
      x: step({ group: 'z', inputs: takes('number', { node: 'y', output: 'n' }) }),
      a: step({ inputs: takes('list', { node: 'x', output: 'n' }) }),
      last: step()
    };
    const flow = resolveIn(pipelineOf(nodes), {});
    expect(flow.order).toEqual(['last', 'z', 'y', 'x', 'a']);
    expect([...flow.children]).toEqual([
      ['', ['a', 'last', 'z']],
      ['z', ['x', 'y']]
    ]);
  });

  it('has a cycle where groups wait for each other, though no node does', () => {
    const nodes = {
      g: loop(),
      h: loop(),
      p: step({ group: 'g' }),
      q: step({ group: 'h', after: ['p'] }),
      r: step({ group: 'h' }),
      s: step({ group: 'g', after: ['r'] })
    };
    const flow = resolveIn(pipelineOf(nodes), {});
    expect(flow.cycles).toEqual([]);
    expect(flow.repairs).toEqual([{ reason: 'cycle', node: 'q', field: ['after', 'p'], to: { node: 'p' } }]);
    const cells = ['x = f()', 'y = g(x)', 'print(y)'];
    const drawn = flowOf(analyzer, cells, {
      g: loop(),
      p: [[0], { group: 'g' }],
      q: [1],
      r: [[2], { group: 'g' }]
    });
    expect(drawn.cycles.map(ids => [...ids].sort())).toEqual([['g', 'q']]);
    expect(drawn.order).toEqual(['g', 'p', 'r', 'q']);
  });

  it('follows how another ended', () => {
    const nodes = { a: step({ inputs: takes('taskStatus', { status: 'b' }) }), b: step() };
    const flow = resolveIn(pipelineOf(nodes), {});
    expect(flow.order).toEqual(['b', 'a']);
    expect(flow.edges).toMatchObject([{ source: 'b', target: 'a', targetPort: 'in', kind: 'order' }]);
  });
});
