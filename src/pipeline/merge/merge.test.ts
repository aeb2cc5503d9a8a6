import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPipeline } from '../file/read-pipeline';
import { writePipeline } from '../file/write-pipeline';
import { newPipeline } from '../new-pipeline';
import type { Pipeline, PipelineNode } from '../schema';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { conflictText } from './conflict-text';
import { mergePipelines } from './merge-pipelines';

const train = { kind: 'container', image: 'acme/train:1', resources: { cpu: '2', memory: '4Gi' } };
const start: Pipeline = {
  ...newPipeline({ id: 'x', name: 'demo' }),
  nodes: { train, score: { kind: 'container', image: 'acme/score:1', after: ['train'] } },
  layout: { train: [0, 0], score: [200, 0] }
};
const withNode = (id: string, node: object): Pipeline => ({
  ...start,
  nodes: { ...start.nodes, [id]: node as PipelineNode }
});
const NAMES = { ours: 'ours', theirs: 'theirs' };

describe('merging by node and field', () => {
  test('edits of two fields of one node both stay', () => {
    const ours = withNode('train', { ...train, image: 'acme/train:2' });
    const theirs = withNode('train', { ...train, resources: { cpu: '8', memory: '4Gi' } });
    const { ours: merged, conflicts } = mergePipelines(start, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.nodes.train).toEqual({
      ...train,
      image: 'acme/train:2',
      resources: { cpu: '8', memory: '4Gi' }
    });
  });

  test('nodes that each side added and orders that each side drew all stay', () => {
    const ours = withNode('a', { kind: 'note', text: 'a' });
    const theirs = withNode('score', {
      kind: 'container',
      image: 'acme/score:1',
      after: ['train', 'b']
    });
    theirs.nodes.b = { kind: 'note', text: 'b' };
    const { ours: merged, conflicts } = mergePipelines(start, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(Object.keys(merged.nodes).sort()).toEqual(['a', 'b', 'score', 'train']);
    expect(merged.nodes.score).toMatchObject({ after: ['train', 'b'] });
  });

  test('places never conflict, and those of removed nodes go', () => {
    const { score: _score, ...nodes } = start.nodes;
    const ours: Pipeline = { ...start, nodes, layout: { train: [9, 9] } };
    const theirs: Pipeline = { ...start, layout: { train: [5, 5], score: [7, 7] } };
    const { ours: merged, conflicts } = mergePipelines(start, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.layout).toEqual({ train: [9, 9] });
  });

  test('two replies to one thread both stay, and so do two new threads', () => {
    const message = (text: string) => ({ by: 'ann', name: 'Ann', at: '2026-01-01T00:00:00Z', text });
    const thread = { node: 'train', messages: { m1: message('Why?') } };
    const base = { ...start, comments: { t1: thread } };
    const side = (id: string): Pipeline => ({
      ...start,
      comments: {
        t1: { ...thread, messages: { ...thread.messages, [id]: message(id) } },
        [`t${id}`]: { messages: { [id]: message(id) } }
      }
    });
    const { ours: merged, conflicts } = mergePipelines(base, side('a'), side('b'));
    expect(conflicts).toEqual([]);
    expect(Object.keys(merged.comments ?? {})).toEqual(['t1', 'ta', 'tb']);
    expect(Object.keys(merged.comments?.t1.messages ?? {})).toEqual(['m1', 'a', 'b']);
  });

  test('one field changed to two values is a conflict that names its place', () => {
    const ours = withNode('train', { ...train, image: 'acme/train:2' });
    const theirs = withNode('train', { ...train, image: 'acme/train:3' });
    const merged = mergePipelines(start, ours, theirs);
    expect(merged.conflicts).toEqual([
      {
        path: ['nodes', 'train', 'image'],
        base: 'acme/train:1',
        ours: 'acme/train:2',
        theirs: 'acme/train:3'
      }
    ]);
    expect(conflictText(merged, NAMES)).toContain(
      [
        '<<<<<<< ours',
        '      "image": "acme/train:2",',
        '=======',
        '      "image": "acme/train:3",',
        '>>>>>>> theirs'
      ].join('\n')
    );
    expect(() => readPipeline(conflictText(merged, NAMES), 'a.weft')).toThrow(/merge conflict/);
  });

  test('a node that one side removed and the other changed is a conflict', () => {
    const { train: _train, ...nodes } = start.nodes;
    const theirs = withNode('train', { ...train, image: 'acme/train:3' });
    const merged = mergePipelines(start, { ...start, nodes }, theirs);
    expect(merged.conflicts.map(({ path }) => path)).toEqual([['nodes', 'train']]);
  });
});

/** A base and two versions of it: parts of three pipelines mixed, so that much is alike. */
const versions = fc
  .tuple(
    arbitraryPipeline,
    arbitraryPipeline,
    arbitraryPipeline,
    fc.infiniteStream(fc.nat(2)).map(stream => () => stream.next().value)
  )
  .map(([a, b, c, pick]) => {
    const mix = (): Pipeline => {
      const parts = [a, b, c];
      const ids = [...new Set(parts.flatMap(part => Object.keys(part.nodes)))].sort();
      const nodes = ids.flatMap(id => {
        const node = parts[pick()].nodes[id];
        return node === undefined ? [] : [[id, node]];
      });
      return { ...a, nodes: Object.fromEntries(nodes), parameters: parts[pick()].parameters };
    };
    return [a, mix(), mix()] as const;
  });

test('a side that changed nothing gives way, and equal changes agree', { timeout: PATIENCE }, () => {
  const text = (base: Pipeline, ours: Pipeline, theirs: Pipeline) => {
    const { ours: merged, conflicts } = mergePipelines(base, ours, theirs);
    expect(conflicts).toEqual([]);
    return writePipeline({ ...merged, layout: {} });
  };
  fc.assert(
    fc.property(versions, ([base, changed]) => {
      const wanted = writePipeline({ ...changed, layout: {} });
      expect(text(base, changed, base)).toBe(wanted);
      expect(text(base, base, changed)).toBe(wanted);
      expect(text(base, changed, changed)).toBe(wanted);
    }),
    runs(200)
  );
});

test('either side of every mark gives a pipeline file', { timeout: PATIENCE }, () => {
  let conflicting = 0;
  fc.assert(
    fc.property(versions, ([base, ours, theirs]) => {
      const merged = mergePipelines(base, ours, theirs);
      const text = conflictText(merged, NAMES);
      conflicting += merged.conflicts.length ? 1 : 0;
      const take = (side: 'ours' | 'theirs') =>
        text.replace(/^<<<<<<< ours\n([^]*?)^=======\n([^]*?)^>>>>>>> theirs\n?/gm, (_all, a, b) =>
          String(side === 'ours' ? a : b)
        );
      expect(take('ours')).toBe(writePipeline(merged.ours));
      expect(take('theirs')).toBe(writePipeline(merged.theirs));
    }),
    runs(200)
  );
  expect(conflicting).toBeGreaterThan(20);
});

test('both directions find the same conflicts', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(versions, ([base, ours, theirs]) => {
      const paths = (a: Pipeline, b: Pipeline) =>
        mergePipelines(base, a, b)
          .conflicts.map(({ path }) => path.join('/'))
          .sort();
      expect(paths(ours, theirs)).toEqual(paths(theirs, ours));
    }),
    runs(200)
  );
});
