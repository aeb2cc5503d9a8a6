import { expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { Pipeline, PipelineNode } from '../schema';
import { withDescendants } from './descendants';
import { consumersOf, producers } from './edges';
import { nodeTitle } from './node-title';
import { wouldCycle } from './would-cycle';

const PIPELINE: Pipeline = {
  ...newPipeline({ id: 'x', name: 'x' }),
  nodes: {
    c: {
      kind: 'container',
      image: 'i',
      after: ['a'],
      inputs: {
        m: { type: 'Model', from: { node: 'b', output: 'o' } },
        v: { type: 'string', from: { value: 1 } }
      }
    },
    b: { kind: 'cells', notebook: 'n', cells: [], after: ['a'], group: 'outer' },
    a: { kind: 'loop' },
    z: { kind: 'note', text: '', group: 'c' }
  }
};

test('producers and consumers are two sides of one thing', () => {
  expect(producers(PIPELINE.nodes.c)).toEqual([{ node: 'b', output: 'o', input: 'm' }, { node: 'a' }]);
  expect(producers(PIPELINE.nodes.b)).toEqual([{ node: 'a' }]);
  expect(consumersOf(PIPELINE, 'b')).toEqual([{ node: 'c', output: 'o', input: 'm' }]);
  expect(consumersOf(PIPELINE, 'a')).toEqual([{ node: 'b' }, { node: 'c' }]);
});

test('an edge back along a path would close a cycle', () => {
  expect(wouldCycle(PIPELINE, 'c', 'a')).toBe(true);
  expect(wouldCycle(PIPELINE, 'a', 'c')).toBe(false);
  expect(wouldCycle(PIPELINE, 'a', 'a')).toBe(true);
  expect(wouldCycle(PIPELINE, 'd', 'a')).toBe(false);
  expect(wouldCycle(PIPELINE, 'd', 'a', [['c', 'd']])).toBe(true);
});

test('groups hold what is in their groups', () => {
  expect([...withDescendants(PIPELINE.nodes, ['c', 'gone'])]).toEqual(['c', 'z']);
  const round = {
    a: { kind: 'loop', group: 'b' },
    b: { kind: 'loop', group: 'a' },
    c: { kind: 'x', group: 'a' }
  };
  expect([...withDescendants(round, ['c'])]).toEqual(['c']);
});

test.each<[string, PipelineNode]>([
  ['Train', { kind: 'loop', title: ' Train ' }],
  ['churn', { kind: 'cells', notebook: 'work/churn.ipynb', cells: [], title: ' ' }],
  ['report', { kind: 'notebook', notebook: 'work/report.ipynb' }],
  ['score', { kind: 'container', image: 'localhost:5000/acme/score:1.4' }],
  ['score', { kind: 'container', image: 'acme/score@sha256:abc' }],
  ['train.csv', { kind: 'importer', type: 'Dataset', uri: 's3://bucket/train.csv/' }],
  ['source', { kind: 'importer', type: 'Dataset', uri: { parameter: 'source' } }],
  ['Read me first', { kind: 'note', text: '\n## Read me first\nmore' }],
  ['Loop', { kind: 'loop' }],
  ['Else', { kind: 'branch' }],
  ['ID', { kind: 'pipeline' }],
  ['ID', { kind: 'note', text: '' }]
])('a node is called %j', (title, node) => {
  expect(nodeTitle(node, 'ID')).toBe(title);
});

test('long notes are called by their beginning', () => {
  const title = nodeTitle({ kind: 'note', text: 'word '.repeat(20) }, 'ID');
  expect(title.length).toBeLessThanOrEqual(40);
  expect(title).toMatch(/word…$/);
});
