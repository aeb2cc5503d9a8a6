import { beforeEach, describe, expect, it } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { ContainerNode, Pipeline, PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { fillPipeline } from './fill-pipeline';
import { insertPipeline } from './insert-pipeline';

const step = (from: unknown, rest: object = {}): PipelineNode =>
  ({
    kind: 'container',
    image: 'acme/x:1',
    inputs: { a: { type: 'string', from } },
    outputs: { out: { type: 'string' } },
    ...rest
  }) as PipelineNode;

const OTHER: Pipeline = {
  ...newPipeline({ id: 'other1', name: 'other' }),
  displayName: 'Other',
  parameters: { bucket: { type: 'string', default: 'b', description: 'where' } },
  outputs: { best: { type: 'string', from: { node: 'second', output: 'out' } } },
  nodes: {
    first: step({ parameter: 'bucket' }, { names: { task: 'first' } }),
    group: { kind: 'loop', items: { value: [1] } },
    second: step({ node: 'first', output: 'out' }, { group: 'group', names: { task: 'second' } })
  },
  layout: { first: [100, 50], second: [400, 80] }
};

let doc: SharedPipeline;
beforeEach(() => {
  doc = createSharedPipeline();
  doc.load({
    ...newPipeline({ id: 'small1', name: 'small' }),
    nodes: { there: step({ value: '' }, { names: { task: 'first' } }) }
  });
});

describe('insertPipeline', () => {
  it('adds a sub-pipeline whose inputs and outputs are those of the pipeline', () => {
    const id = insertPipeline(doc, OTHER, [1000, 0]);
    const { nodes, layout } = doc.pipeline;
    const inside = Object.entries(nodes).filter(([, node]) => node.group !== undefined);
    const [first] = inside.find(([, node]) => node.group === id && node.kind === 'container') ?? [''];
    const [loop] = inside.find(([, node]) => node.kind === 'loop') ?? [''];
    const [second] = inside.find(([, node]) => node.group === loop) ?? [''];
    expect(nodes[id]).toMatchObject({
      kind: 'pipeline',
      title: 'Other',
      inputs: { bucket: { type: 'string', default: 'b', description: 'where' } },
      outputs: { best: { type: 'string', from: { node: second, output: 'out' } } }
    });
    expect((nodes[first] as ContainerNode).inputs?.a.from).toEqual({ node: id, input: 'bucket' });
    expect((nodes[second] as ContainerNode).inputs?.a.from).toEqual({ node: first, output: 'out' });
    expect(layout[second][0] - layout[first][0]).toBe(300);
    expect(layout[first][0]).toBeGreaterThan(1000);
  });

  it('keeps names of the spec, but not those that are taken', () => {
    insertPipeline(doc, OTHER, [0, 0]);
    const names = Object.entries(doc.pipeline.nodes).flatMap(([id, node]) =>
      'names' in node && id !== 'there' ? [node.names] : []
    );
    expect(names).toEqual([{ task: 'second' }]);
  });

  it('is one undo step', () => {
    const before = doc.stored;
    insertPipeline(doc, OTHER, [0, 0]);
    doc.undo();
    expect(doc.stored).toEqual(before);
  });
});

describe('fillPipeline', () => {
  it('lets an empty pipeline become another, with its own id, as one undo step', () => {
    doc.load(newPipeline({ id: 'empty1', name: 'empty' }));
    const before = doc.stored;
    fillPipeline(doc, OTHER);
    expect(doc.stored).toEqual({ ...OTHER, id: 'empty1' });
    doc.undo();
    expect(doc.stored).toEqual(before);
  });

  it('never mixes two pipelines', () => {
    expect(() => fillPipeline(doc, OTHER)).toThrow('without nodes');
  });
});
