import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { Pipeline } from '../schema';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { diffPipelines } from './diff-pipelines';
import { DEEP, diffValues } from './diff-values';

const BEFORE: Pipeline = {
  ...newPipeline({ id: 'x', name: 'demo' }),
  nodes: {
    train: { kind: 'container', image: 'acme/train:1', after: ['load', 'clean'], env: { A: '1' } },
    gone: { kind: 'note', text: 'bye' }
  },
  layout: { train: [0, 0], gone: [0, 90] }
};

describe('a difference', () => {
  test('names comments by thread and message', () => {
    const [why, so] = ['Why?', 'So.'].map(text => ({
      by: 'ann',
      name: 'Ann',
      at: '2026-01-01T00:00:00Z',
      text
    }));
    const before = { ...BEFORE, comments: { t1: { node: 'train', messages: { m1: why } } } };
    const resolved = { by: 'bob', at: so.at };
    const after = {
      ...BEFORE,
      comments: {
        t1: { node: 'train', messages: { m1: why, m2: so }, resolved },
        t2: { messages: { m3: why } }
      }
    };
    expect(diffPipelines(before, after).changes.map(({ path }) => path.slice(1))).toEqual([
      ['t1', 'messages', 'm2'],
      ['t1', 'resolved'],
      ['t2']
    ]);
    expect(diffPipelines(BEFORE, before).changes.map(({ path }) => path)).toEqual([['comments']]);
  });

  test('names nodes and fields that were added, removed and changed, and apart from them what moved', () => {
    const after: Pipeline = {
      ...BEFORE,
      parameters: { epochs: { type: 'integer', default: 5 } },
      nodes: {
        train: { kind: 'container', image: 'acme/train:2', after: ['load', 'split'], env: { A: '1', B: '2' } }
      },
      layout: { train: [40, 0] }
    };
    expect(diffPipelines(BEFORE, after)).toEqual({
      changes: [
        { path: ['nodes', 'gone'], before: BEFORE.nodes.gone },
        { path: ['nodes', 'train', 'after', 'clean'], before: 'clean' },
        { path: ['nodes', 'train', 'after', 'split'], after: 'split' },
        { path: ['nodes', 'train', 'env', 'B'], after: '2' },
        { path: ['nodes', 'train', 'image'], before: 'acme/train:1', after: 'acme/train:2' },
        { path: ['parameters', 'epochs'], after: { type: 'integer', default: 5 } }
      ],
      moved: ['train']
    });
  });

  test('of order alone is one change of the list', () => {
    const after = {
      ...BEFORE,
      nodes: { ...BEFORE.nodes, train: { ...BEFORE.nodes.train, after: ['clean', 'load'] } }
    };
    expect(diffPipelines(BEFORE, after).changes).toEqual([
      { path: ['nodes', 'train', 'after'], before: ['load', 'clean'], after: ['clean', 'load'] }
    ]);
  });

  test('of plain objects goes all the way down', () => {
    expect(diffValues({ a: { b: { c: 1 }, d: [1] } }, { a: { b: { c: 2 }, d: [2] } }, DEEP)).toEqual([
      { path: ['a', 'b', 'c'], before: 1, after: 2 },
      { path: ['a', 'd'], before: [1], after: [2] }
    ]);
  });
});

test('there is none exactly when two pipelines are alike', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, arbitraryPipeline, (a, b) => {
      expect(diffPipelines(a, structuredClone(a))).toEqual({ changes: [], moved: [] });
      const there = diffPipelines(a, b).changes;
      const back = diffPipelines(b, a).changes;
      expect(back).toEqual(
        there.map(({ path, before, after }) => ({
          path,
          ...(after !== undefined && { before: after }),
          ...(before !== undefined && { after: before })
        }))
      );
    }),
    runs(200)
  );
});
