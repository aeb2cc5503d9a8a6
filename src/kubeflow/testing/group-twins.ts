import type { Flow } from '../../flow';
import type { Binding, PipelineNode } from '../../pipeline';
import { constant, item, out, parameter, step, twinFlow } from './twin-steps';

type When = [left: Binding, is: string, right: Binding];

const branch = (when?: When, more: object = {}): PipelineNode => ({
  kind: 'branch',
  ...(when && { when: { left: when[0], is: when[1], right: when[2] } }),
  ...more
});
const loop = (items: Binding, more: object = {}): PipelineNode => ({ kind: 'loop', items, ...more });

const loneIf = () =>
  twinFlow(
    'lone-if',
    { parameters: { n: { type: 'integer', default: 1 } } },
    {
      a: step('emit', { x: parameter('n') }),
      b: branch([out('a'), '==', constant(3)]),
      c: step('text', { s: constant('three') }, 'b'),
      d: branch([out('c'), '!=', constant('a')], { group: 'b', title: 'deep' }),
      e: step('emit', { x: out('a') }, 'd')
    }
  );

const comparisons = () => {
  const [i, s, r, b, j, t] = ['i', 's', 'r', 'b', 'j', 't'].map(parameter);
  const all: When[] = [
    [i, '>=', constant(3)],
    [i, '<', constant(0.5)],
    [r, '<=', constant(3)],
    [r, '>', constant(1e-5)],
    [s, '!=', constant('it is')],
    [s, '==', constant(3)],
    [s, '==', constant(0.5)],
    [b, '==', constant(true)],
    [i, '==', r],
    [i, '==', j],
    [s, '==', t]
  ];
  const nodes = all.flatMap((when, place): [string, PipelineNode][] => {
    const id = `b${String(place).padStart(2, '0')}`;
    return [
      [id, branch(when)],
      [`${id}-clean`, step('clean', {}, id)]
    ];
  });
  return twinFlow(
    'comparisons',
    { parameters: { i: 'integer', s: 'string', r: 'number', b: 'boolean', j: 'integer', t: 'string' } },
    Object.fromEntries(nodes)
  );
};

const oneOf = () => {
  const best: Binding = { node: 'b', output: 'pipelinechannel--condition-branches-1-oneof-1' };
  const data: Binding = { node: 'b', output: 'pipelinechannel--condition-branches-1-oneof-2' };
  return twinFlow(
    'one-of',
    { parameters: { n: 'integer' }, outputs: { Output: { type: 'integer', from: best } } },
    {
      a: step('emit', { x: parameter('n') }),
      b: {
        kind: 'choice',
        outputs: {
          'pipelinechannel--condition-branches-1-oneof-1': {
            type: 'integer',
            from: [out('c1'), out('d1'), out('e1')]
          },
          'pipelinechannel--condition-branches-1-oneof-2': {
            type: 'Dataset',
            from: [out('c2'), out('d2'), out('e2')]
          }
        }
      },
      c: branch([out('a'), '>', constant(5)], { group: 'b', title: 'large', rank: 1 }),
      c1: step('emit', { x: constant(1) }, 'c'),
      c2: step('data', { s: constant('a') }, 'c'),
      d: branch([out('a'), '<', constant(2)], { group: 'b', rank: 2 }),
      d1: step('emit', { x: parameter('n') }, 'd'),
      d2: step('data', { s: constant('b') }, 'd'),
      e: branch(undefined, { group: 'b', title: 'other' }),
      e1: step('emit', { x: constant(3) }, 'e'),
      e2: step('data', { s: constant('c') }, 'e'),
      f: step('emit', { x: best }),
      g: step('use', { one: data })
    }
  );
};

const loops = () =>
  twinFlow(
    'loops',
    { parameters: { xs: 'list', names: 'list' } },
    {
      a: step('listing', { x: constant(2) }),
      b: loop(
        constant([
          { a: 1, b: 2 },
          { b: 3, a: 4 }
        ]),
        { title: 'fields', parallelism: 2 }
      ),
      b1: step('emit', { x: item('b', 'a') }, 'b'),
      b2: step('emit', { x: item('b', 'b') }, 'b'),
      c: loop(constant(['ü', 'b'])),
      c1: step('text', { s: item('c') }, 'c'),
      d: loop(parameter('xs')),
      d1: step('emit', { x: item('d') }, 'd'),
      d2: branch([item('d'), '==', constant(3)], { group: 'd' }),
      d2a: step('emit', { x: item('d') }, 'd2'),
      d3: loop(parameter('names'), { group: 'd' }),
      d3a: step('text', { s: item('d3') }, 'd3'),
      d3b: step('emit', { x: item('d') }, 'd3'),
      e: loop(out('a')),
      e1: step('text', { s: item('e') }, 'e')
    }
  );

const nestedItems = () =>
  twinFlow(
    'nested-items',
    { parameters: { rows: 'list' } },
    {
      a: loop(parameter('rows')),
      b: loop(item('a', 'cells'), { group: 'a' }),
      c: step('text', { s: item('b', 'word') }, 'b')
    }
  );

const collected = () =>
  twinFlow(
    'collected',
    { parameters: { xs: 'list' }, outputs: { Output: { type: 'list', from: out('a2') } } },
    {
      a: loop(parameter('xs')),
      a1: loop(constant([1, 2]), { group: 'a' }),
      a1a: step('emit', { x: item('a1') }, 'a1'),
      a2: step('emit', { x: item('a') }, 'a'),
      a3: step('total', { xs: out('a1a') }, 'a'),
      a4: step('data', { s: constant('x') }, 'a'),
      b: step('total', { xs: out('a2') }),
      c: step('count', { many: out('a4') }),
      d: loop(constant([1])),
      d1: step('total', { xs: out('a2') }, 'd')
    }
  );

const exits = () =>
  twinFlow(
    'exits',
    { parameters: { who: { type: 'string', default: 'me' } } },
    {
      a: { kind: 'exit-handler', title: 'guarded' },
      a1: step('text', { s: parameter('who') }, 'a'),
      a2: loop(constant([1, 2]), { group: 'a' }),
      a2a: step('emit', { x: item('a2') }, 'a2', { after: ['a1'] }),
      b: step('clean'),
      z: step('notify', { status: { status: 'a' }, who: parameter('who') }, '', {
        after: ['a'],
        ignoreUpstreamFailure: true
      })
    }
  );

const ignoring = () =>
  twinFlow(
    'ignoring',
    { parameters: { who: 'string' } },
    {
      a: step('text', { s: parameter('who') }),
      b: step('clean', {}, '', { after: ['a'] }),
      c: step('notify', { status: { status: 'b' }, who: constant('all') }, '', {
        after: ['b'],
        ignoreUpstreamFailure: true
      })
    }
  );

const parts = () =>
  twinFlow(
    'parts',
    {
      parameters: { n: 'integer' },
      outputs: { Output: { type: 'integer', from: { node: 'a', output: 'Output' } } }
    },
    {
      a: {
        kind: 'pipeline',
        title: 'inner-part',
        cache: false,
        retry: { max: 2, backoff: '10s' },
        inputs: {
          n: { type: 'integer', from: parameter('n') },
          m: { type: 'integer', default: 4, from: constant(5) }
        },
        outputs: { Output: { type: 'integer', from: out('a1') } }
      },
      a1: step('emit', { x: { node: 'a', input: 'n' } }, 'a', { names: { task: 'emit' } }),
      a2: branch([out('a1'), '==', { node: 'a', input: 'm' }], {
        group: 'a',
        names: { task: 'condition-1' }
      }),
      a2a: step('emit', { x: { node: 'a', input: 'm' } }, 'a2', { names: { task: 'emit-2' } }),
      // the SDK counts anew in every pipeline function, and we in the whole pipeline
      b: loop(constant([1, 2]), {
        names: {
          task: 'for-loop-2',
          component: 'comp-for-loop-2',
          item: 'pipelinechannel--loop-item-param-1'
        }
      }),
      b1: step('emit', { x: item('b') }, 'b', {
        after: ['a'],
        names: { task: 'emit', component: 'comp-emit-3', executor: 'exec-emit-3' }
      }),
      b2: step('emit', { x: { node: 'a', output: 'Output' } }, 'b', {
        names: { task: 'emit-2', component: 'comp-emit-2-2', executor: 'exec-emit-2-2' }
      })
    }
  );

const texts = () => {
  const place = (name: string) => `{{$.inputs.parameters['pipelinechannel--${name}']}}`;
  const text = (value: string, group: string, inputs: Record<string, Binding>): PipelineNode => {
    const node = step('text', { s: constant(value) }, group) as { inputs?: object };
    const undeclared = Object.entries(inputs).map(([name, from]) => [
      `pipelinechannel--${name}`,
      { type: name === 'who' ? 'string' : 'integer', from, undeclared: true }
    ]);
    return { ...node, inputs: { ...node.inputs, ...Object.fromEntries(undeclared) } } as PipelineNode;
  };
  return twinFlow(
    'texts',
    { parameters: { n: 'integer', who: 'string' } },
    {
      a: step('emit', { x: parameter('n') }),
      b: text(`${place('emit-out')} for ${place('who')}`, '', {
        'emit-out': out('a'),
        who: parameter('who')
      }),
      c: loop(constant([1, 2])),
      d: text(`${place('emit-out')} of ${place('loop-item-param-1')} for ${place('who')}`, 'c', {
        'emit-out': out('a'),
        who: parameter('who'),
        'loop-item-param-1': item('c')
      })
    }
  );
};

/** The same pipelines as conformance/group_twins.py writes with the SDK. */
export const GROUP_TWINS: Record<string, () => Flow> = {
  'lone-if': loneIf,
  comparisons,
  'one-of': oneOf,
  loops,
  'nested-items': nestedItems,
  collected,
  exits,
  ignoring,
  parts,
  texts
};
