import { describe, expect, it } from 'vitest';
import { localPlan, pruneFlow } from './index';
import { CELLS, CONTAINER, flowOf } from './testing/flow';

const IMPORTER = { kind: 'importer', uri: 's3://b/a', type: 'Dataset' };
const NOTE = { kind: 'note', text: 'hello' };

/** seed -> load -> train -> score (container) -> report; train -> chart; note in front of load. */
const flow = flowOf({
  note: [NOTE],
  seed: [IMPORTER],
  load: [CELLS, 'seed', 'note'],
  train: [CELLS, 'load'],
  score: [CONTAINER, 'train'],
  chart: [CELLS, 'train'],
  report: [CELLS, 'score', 'chart']
});

describe('localPlan', () => {
  it('leaves out containers and what depends on them, and says why', () => {
    expect(localPlan(flow)).toEqual({
      run: ['seed', 'load', 'train', 'chart'],
      skipped: [
        { node: 'score', reason: 'Containers need a container engine, which local runs do not use.' },
        { node: 'report', reason: 'It needs SCORE, which does not run.' }
      ]
    });
  });

  it('runs up to a node', () => {
    expect(localPlan(flow, 'train')).toEqual({ run: ['seed', 'load', 'train'], skipped: [] });
    expect(localPlan(flow, 'score').run).toEqual(['seed', 'load', 'train']);
    expect(localPlan(flow, 'score').skipped.map(({ node }) => node)).toEqual(['score']);
    expect(localPlan(flow, 'nowhere')).toEqual({ run: [], skipped: [] });
  });

  it('leaves out cycles, and what lies behind them in any order of ids', () => {
    const turning = flowOf(
      { z: [CELLS], a: [CELLS, 'b'], b: [CELLS, 'c'], c: [CELLS, 'd'], d: [CELLS, 'c'] },
      [['c', 'd']]
    );
    expect(localPlan(turning)).toEqual({
      run: ['z'],
      skipped: [
        { node: 'a', reason: 'It needs B, which does not run.' },
        { node: 'b', reason: 'It needs C, which does not run.' },
        { node: 'c', reason: 'It is part of a cycle.' },
        { node: 'd', reason: 'It is part of a cycle.' }
      ]
    });
  });

  it('leaves out kinds of newer versions and what is in them', () => {
    const loop = { kind: 'loop' };
    const inside = { ...CELLS, group: 'loop' };
    expect(localPlan(flowOf({ loop: [loop], inside: [inside], free: [CELLS] }))).toEqual({
      run: ['free'],
      skipped: [
        { node: 'loop', reason: 'Nodes of kind loop cannot run on this machine.' },
        { node: 'inside', reason: 'Nodes of kind loop cannot run on this machine.' }
      ]
    });
  });
});

describe('pruneFlow', () => {
  it('keeps the planned nodes and notes, and nothing that leads elsewhere', () => {
    const pruned = pruneFlow(flow, localPlan(flow).run);
    const kept = ['note', 'seed', 'load', 'train', 'chart'];
    expect([...pruned.nodes.keys()]).toEqual(kept);
    expect(Object.keys(pruned.pipeline.nodes)).toEqual(kept);
    expect(pruned.order).toEqual(kept.slice(1));
    expect(pruned.edges.map(({ source, target }) => [source, target])).toEqual([
      ['seed', 'load'],
      ['note', 'load'],
      ['load', 'train'],
      ['train', 'chart']
    ]);
    expect(flow.nodes.size).toBe(7);
  });
});
