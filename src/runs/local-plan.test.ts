import { describe, expect, it } from 'vitest';
import type { PipelineNode } from '../pipeline';
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
    const loop = { kind: 'orbit' };
    const inside = { ...CELLS, group: 'loop' };
    expect(localPlan(flowOf({ loop: [loop], inside: [inside], free: [CELLS] }))).toEqual({
      run: ['free'],
      skipped: [
        { node: 'loop', reason: 'Nodes of kind orbit cannot run on this machine.' },
        { node: 'inside', reason: 'Nodes of kind orbit cannot run on this machine.' }
      ]
    });
  });
});

describe('localPlan of groups', () => {
  const inside = (node: PipelineNode, group: string): PipelineNode => ({ ...node, group });
  const python: PipelineNode = {
    kind: 'container',
    image: 'python:3.11',
    command: ['sh', '-ec', 'python3 -m kfp.dsl.executor_main --component_module_path x']
  };
  const grouped = flowOf({
    make: [CELLS],
    loop: [{ kind: 'loop' }, 'make'],
    branch: [inside({ kind: 'branch' }, 'loop')],
    each: [inside(CELLS, 'branch')],
    fit: [inside(python, 'loop')],
    join: [CELLS, 'loop'],
    choice: [{ kind: 'choice' }],
    first: [inside(CELLS, 'choice')],
    second: [inside(CONTAINER, 'choice')],
    last: [CELLS, 'choice', 'join']
  });

  it('runs what is in groups, Python components too, and no group by itself', () => {
    expect(localPlan(grouped).run).toEqual(['make', 'each', 'fit', 'join']);
  });

  it('leaves out a group that holds what cannot run, and what depends on it', () => {
    expect(localPlan(grouped).skipped).toEqual([
      { node: 'first', reason: 'It is in a group with SECOND, which does not run.' },
      { node: 'second', reason: 'Containers need a container engine, which local runs do not use.' },
      { node: 'last', reason: 'It needs CHOICE, which does not run.' }
    ]);
  });

  it('runs up to a node with the whole of its group, and what the group needs', () => {
    expect(localPlan(grouped, 'each')).toEqual({ run: ['make', 'each', 'fit'], skipped: [] });
    const pruned = pruneFlow(grouped, localPlan(grouped, 'each').run);
    expect([...pruned.nodes.keys()]).toEqual(['make', 'loop', 'branch', 'each', 'fit']);
    expect(pruned.children.get('loop')).toEqual(['branch', 'fit']);
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
