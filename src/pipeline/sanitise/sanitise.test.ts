import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import { followers } from '../queries/edges';
import { mayHold } from '../queries/groups';
import { outputReferences, referencesOf } from '../references';
import type { Pipeline, PipelineNode } from '../schema';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { reaches } from './cycles';
import { findRepairs } from './find-repairs';
import type { Repair } from './repair';
import { sanitise } from './sanitise';

const base = newPipeline({ id: 'x', name: 'x' });
const container = (from: Record<string, string>, after?: string[]): PipelineNode => ({
  kind: 'container',
  image: 'a',
  outputs: { o: { type: 'Model' } },
  inputs: Object.fromEntries(
    Object.entries(from).map(([name, node]) => [name, { type: 'Model', from: { node, output: 'o' } }])
  ),
  ...(after && { after })
});

test('a sanitised pipeline needs no repair', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const { pipeline: clean, repairs } = sanitise(pipeline);
      expect(findRepairs(clean)).toEqual(repairs.filter(({ kept }) => kept));
      expect(Object.keys(clean.nodes)).toEqual(Object.keys(pipeline.nodes));
      expect(Object.keys(clean.layout).every(id => id in clean.nodes)).toBe(true);
    }),
    runs(200)
  );
});

/** Whether the keys can be taken one by one, each after all that lead to it. */
function hasOrder(next: ReadonlyMap<string, readonly string[]>): boolean {
  return [...next].every(([from, tos]) => tos.every(to => !reaches(next, to, from)));
}

test(
  'a sanitised pipeline runs in some order, group by group, and its groups are trees',
  { timeout: PATIENCE },
  () => {
    fc.assert(
      fc.property(arbitraryPipeline, pipeline => {
        const { pipeline: clean, repairs } = sanitise(pipeline);
        const { nodes } = clean;
        const isStuck = repairs.some(({ kept }) => kept);
        expect(isStuck || hasOrder(followers(nodes))).toBe(true);
        const groups = Object.keys(nodes).flatMap(id =>
          nodes[id].group ? [[id, [nodes[id].group]] as const] : []
        );
        expect(hasOrder(new Map(groups))).toBe(true);
        expect(groups.every(([, [group]]) => mayHold(nodes[group]))).toBe(true);
      }),
      runs(400)
    );
  }
);

test('a cycle is broken however many paths lead to it', () => {
  const nodes = {
    a: container({}),
    b: container({ i: 'a', j: 'd' }),
    c: container({ i: 'b', j: 'a' }),
    d: container({ i: 'c', j: 'a' }),
    e: container({ i: 'd', j: 'b' })
  };
  const { repairs } = sanitise({ ...base, nodes });
  expect(repairs.map(({ reason, node, field }) => [reason, node, field[1]])).toEqual([['cycle', 'b', 'j']]);
});

test('the answer is the same whatever the order of nodes and keys', { timeout: PATIENCE }, () => {
  const turn = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const turned = Object.fromEntries(
        Object.entries(turn(pipeline.nodes)).map(([id, node]) => {
          const { inputs }: Record<string, unknown> = node;
          const isMap = typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs);
          return [id, isMap ? { ...node, inputs: turn(inputs) } : node];
        })
      );
      const one = sanitise(pipeline);
      const two = sanitise({ ...pipeline, nodes: turned } as Pipeline);
      expect(two.pipeline).toEqual(one.pipeline);
      expect(two.repairs).toEqual(one.repairs);
    }),
    runs(200)
  );
});

/** All references but some, each with its place; places in a list move up when an item goes. */
function all(pipeline: Pipeline, but: readonly Repair[] = []): string[] {
  const gone = new Set(but.map(({ node, field }) => JSON.stringify([node, ...field])));
  const own = outputReferences(pipeline).map(reference => ({ node: '', ...reference }));
  const others = Object.entries(pipeline.nodes).flatMap(([node, content]) =>
    referencesOf(content).map(reference => ({ node, ...reference }))
  );
  return [...own, ...others]
    .filter(({ node, field }) => !gone.has(JSON.stringify([node, ...field])))
    .map(({ node, field, to }) => JSON.stringify([node, field.filter(part => !/^\d+$/.test(part)), to]))
    .sort();
}

test('each repair names a reference of the pipeline, and nothing else is lost', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const { pipeline: clean, repairs } = sanitise(pipeline);
      expect(all(clean)).toEqual(
        all(
          pipeline,
          repairs.filter(({ kept }) => !kept)
        )
      );
    }),
    runs(200)
  );
});

test('asked again, it gives the same objects and repairs', () => {
  const first = sanitise({ ...base, nodes: { a: container({ i: 'gone' }), b: container({}) } });
  expect(first.repairs.length).toBe(1);
  expect(sanitise(first.pipeline)).toBe(first);
});

test('a cycle loses the reference of its smallest node, and no more', () => {
  const nodes = { c: container({ i: 'b' }), b: container({ i: 'a' }), a: container({ i: 'c' }, ['b']) };
  const { pipeline, repairs } = sanitise({ ...base, nodes });
  expect(repairs.map(({ reason, node, field }) => [reason, node, ...field])).toEqual([
    ['cycle', 'a', 'after', 'b'],
    ['cycle', 'a', 'inputs', 'i', 'from']
  ]);
  expect(pipeline.nodes.b).toBe(nodes.b);
  expect(pipeline.nodes.c).toBe(nodes.c);
});

test('a reference that must stay stays, and another on its cycle goes', () => {
  const when = { left: { node: 'b', output: 'o' }, is: '==' as const, right: { value: 1 } };
  const nodes: Pipeline['nodes'] = { z: { kind: 'branch', when }, b: container({}, ['z']) };
  const { repairs } = sanitise({ ...base, nodes });
  expect(repairs).toEqual([{ reason: 'cycle', node: 'b', field: ['after', 'z'], to: { node: 'z' } }]);
  const both = {
    ...nodes,
    b: { ...nodes.b, kubernetes: { imagePullSecret: [{ secretName: { status: 'z' } }] } }
  };
  const stuck = sanitise({ ...base, nodes: both as Pipeline['nodes'] });
  expect(stuck.repairs.map(({ reason, node, kept }) => [reason, node, kept])).toEqual([
    ['cycle', 'b', undefined],
    ['cycle', 'b', true]
  ]);
});

test('groups lose what makes them hold themselves', () => {
  const loop = (group: string): PipelineNode => ({ kind: 'loop', group });
  const { repairs } = sanitise({
    ...base,
    nodes: { a: loop('b'), b: loop('c'), c: loop('a'), d: loop('d') }
  });
  expect(repairs.map(({ reason, node }) => [reason, node])).toEqual([
    ['cycle', 'a'],
    ['self', 'd']
  ]);
});

test('outputs and parameters that are not there feed nothing', () => {
  const nodes: Record<string, PipelineNode> = {
    a: { ...container({}), inputs: { p: { type: 'string', from: { parameter: 'gone' } } } },
    b: {
      kind: 'cells',
      notebook: 'n',
      cells: [],
      inputs: { x: { from: { node: 'a', output: 'none' }, pinned: true }, y: { removed: true } }
    }
  };
  const { pipeline, repairs } = sanitise({ ...base, nodes });
  expect(repairs.map(({ reason, to }) => [reason, to])).toEqual([
    ['missing', { parameter: 'gone' }],
    ['missing', { node: 'a', output: 'none' }]
  ]);
  expect(pipeline.nodes.a).toMatchObject({ inputs: { p: { type: 'string' } } });
  expect((pipeline.nodes.b as Record<string, unknown>).inputs).toEqual({ y: { removed: true } });
});
