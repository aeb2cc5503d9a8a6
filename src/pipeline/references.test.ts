import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNodeFault } from './file/find-fault';
import { isBinding } from './ports';
import { ancestors, childrenByGroup, enclosing, sharedGroup, siblings } from './queries/groups';
import { atNode, bindingsOf, mapReferences, namedNode, referencesOf } from './references';
import { findRepairs } from './sanitise/find-repairs';
import type { PipelineNode } from './schema';
import { node as anyNode } from './testing/arbitrary-pipeline';
import { nestedPipeline } from './testing/nested-pipeline';
import { PATIENCE, runs } from './testing/property';

const name = { node: 'a', output: 'o' };
const STEP: PipelineNode = {
  kind: 'container',
  image: 'i',
  group: 'g',
  after: ['a', 'b'],
  inputs: {
    x: { type: 'string', from: { item: 'l', field: 'f' } },
    y: { type: 'string', from: { value: 1 } }
  },
  kubernetes: {
    nodeSelector: { parameter: 'p' },
    tolerations: [{ key: 'gpu', value: 'x' }, name, { parameter: 'p' }],
    nodeAffinity: [{ weight: 1 }, { node: 'g', input: 'i' }],
    pvcMount: [
      { pvcName: 'plain', mountPath: '/a' },
      { pvcName: name, mountPath: '/b' }
    ],
    secretAsEnv: [{ secretName: name, keyToEnv: [] }],
    imagePullSecret: [{ secretName: name }]
  }
};
const BRANCH: PipelineNode = {
  kind: 'branch',
  when: { left: name, is: '==', right: { status: 'b' } },
  outputs: { one: { type: 'string', from: name }, many: { type: 'string', from: [name, { parameter: 'p' }] } }
};
const placesOf = (node: PipelineNode) =>
  referencesOf(node).map(({ field, to }) => `${field.join('.')} ${Object.values(to).join('.')}`);

test('references are found wherever a binding may stand', () => {
  expect(placesOf(STEP)).toEqual([
    'inputs.x.from l.f',
    'kubernetes.nodeSelector p',
    'kubernetes.tolerations.1 a.o',
    'kubernetes.tolerations.2 p',
    'kubernetes.nodeAffinity.1 g.i',
    'kubernetes.pvcMount.1.pvcName a.o',
    'kubernetes.secretAsEnv.0.secretName a.o',
    'kubernetes.imagePullSecret.0.secretName a.o',
    'after.a a',
    'after.b b',
    'group g'
  ]);
  expect(placesOf(BRANCH)).toEqual([
    'outputs.one.from a.o',
    'outputs.many.from.0 a.o',
    'outputs.many.from.1 p',
    'when.left a.o',
    'when.right b'
  ]);
  expect(placesOf({ kind: 'loop', items: { parameter: 'p' } })).toEqual(['items p']);
  expect(bindingsOf({ kind: 'loop', items: { value: [1] } })).toEqual([
    { field: ['items'], binding: { value: [1] } }
  ]);
});

test('what goes leaves a node that can be read, and settings that need their binding keep it', () => {
  const step = mapReferences(STEP, () => undefined) as Record<string, unknown>;
  expect(step).toEqual({
    kind: 'container',
    image: 'i',
    after: [],
    inputs: { x: { type: 'string' }, y: { type: 'string', from: { value: 1 } } },
    kubernetes: {
      ...(STEP as { kubernetes?: object }).kubernetes,
      nodeSelector: undefined,
      tolerations: [{ key: 'gpu', value: 'x' }],
      nodeAffinity: [{ weight: 1 }]
    }
  });
  expect(mapReferences(BRANCH, () => undefined)).toEqual({
    ...BRANCH,
    outputs: { one: { type: 'string', from: [] }, many: { type: 'string', from: [] } }
  });
});

test('references are renamed there and back, whatever the node', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(anyNode, drawn => {
      const node = drawn as PipelineNode;
      const rename = (from: RegExp, to: string) => (each: PipelineNode) =>
        mapReferences(each, ({ to: target }) => {
          const id = namedNode(target);
          return id === undefined ? target : atNode(target, id.replace(from, to));
        });
      const there = rename(/^/, '#')(node);
      expect(referencesOf(there).every(({ to }) => (namedNode(to) ?? '#').startsWith('#'))).toBe(true);
      expect(findNodeFault(there)).toEqual(findNodeFault(node));
      expect(referencesOf(rename(/^#/, '')(there))).toEqual(referencesOf(node));
      expect(findNodeFault(mapReferences(node, () => undefined))).toEqual(findNodeFault(node));
    }),
    runs(300)
  );
});

test('a binding is told from labels and tolerations', () => {
  expect(
    [{ node: 'a', output: 'o' }, { item: 'l' }, { item: 'l', field: 'f' }, { value: {} }].every(isBinding)
  ).toBe(true);
  expect(
    [{ node: 'a' }, { zone: 'a' }, { key: 'k', value: 'v' }, { parameter: 1 }, ['a'], null].some(isBinding)
  ).toBe(false);
});

test('groups are found around and between nodes', () => {
  const nodes: Record<string, PipelineNode> = {
    l: { kind: 'loop' },
    b: { kind: 'branch', group: 'l' },
    x: { kind: 'note', text: '', group: 'b' },
    y: { kind: 'note', text: '', group: 'l' },
    z: { kind: 'note', text: '' }
  };
  expect(ancestors(nodes, 'x')).toEqual(['b', 'l']);
  expect([...childrenByGroup(nodes)]).toEqual([
    ['', ['l', 'z']],
    ['l', ['b', 'y']],
    ['b', ['x']]
  ]);
  expect([enclosing(nodes, 'x', 'loop'), enclosing(nodes, 'z', 'loop')]).toEqual(['l', undefined]);
  expect([sharedGroup(nodes, 'x', 'y'), sharedGroup(nodes, 'x', 'z')]).toEqual(['l', '']);
  expect([siblings(nodes, 'x', 'y'), siblings(nodes, 'z', 'x')]).toEqual([
    ['b', 'y'],
    ['z', 'l']
  ]);
  expect([siblings(nodes, 'x', 'l'), siblings(nodes, 'l', 'x'), siblings(nodes, 'x', 'x')]).toEqual([
    undefined,
    undefined,
    undefined
  ]);
});

test('nested pipelines for tests hold, and are nested three deep', { timeout: PATIENCE }, () => {
  let deepest = 0;
  const kinds = new Set<string>();
  fc.assert(
    fc.property(nestedPipeline, pipeline => {
      expect(findRepairs(pipeline)).toEqual([]);
      for (const [id, node] of Object.entries(pipeline.nodes)) {
        expect(findNodeFault(node)).toBe(null);
        kinds.add(node.kind);
        deepest = Math.max(deepest, ancestors(pipeline.nodes, id).length);
      }
    }),
    runs(200)
  );
  expect(deepest).toBeGreaterThanOrEqual(3);
  expect(kinds.size).toBe(8);
});
