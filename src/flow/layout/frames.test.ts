import { describe, expect, it } from 'vitest';
import { newPipeline, type PipelineNode, type Position } from '../../pipeline';
import { resolve } from '../resolve';
import { CARD } from './card-size';
import { FRAME, headerHeight } from './frame-space';
import { boxes } from './frames';

const container = (group?: string): PipelineNode => ({
  kind: 'container',
  image: 'a',
  ...(group && { group })
});
const flowOf = (nodes: Record<string, PipelineNode>, layout: Record<string, Position>) =>
  resolve(
    { ...newPipeline({ id: 'p', name: 'p' }), nodes, layout },
    { notebook: path => ({ message: `There is no ${path}.` }) }
  );

describe('boxes', () => {
  const nested = flowOf(
    {
      out: { kind: 'loop' },
      in: { kind: 'exit-handler', group: 'out' },
      a: container('in'),
      b: container('in')
    },
    { a: [100, 100], b: [500, 300], out: [9, 9] }
  );

  it('draws a group around what it holds, wherever it was put itself', () => {
    const all = boxes(nested);
    const { x, y, width } = all.get('in')!;
    expect([x, y]).toEqual([100 - FRAME.padding, 100 - FRAME.header - FRAME.padding]);
    expect(width).toBe(400 + CARD.width + 2 * FRAME.padding);
    const head = headerHeight(nested.nodes.get('out')!);
    expect(all.get('out')).toMatchObject({ x: x - FRAME.gutter, y: y - head - FRAME.padding });
  });

  it('follows nodes that are elsewhere than the pipeline says', () => {
    const at: Record<string, Position> = { b: [900, 300] };
    expect(boxes(nested, id => at[id]).get('in')!.width).toBe(800 + CARD.width + 2 * FRAME.padding);
  });

  it('leaves an empty group where it was put, with room for nodes', () => {
    const all = boxes(flowOf({ g: { kind: 'choice' } }, { g: [30, 40] }));
    expect(all.get('g')).toMatchObject({ x: 30, y: 40, width: FRAME.minWidth });
    expect(all.get('g')!.height).toBeGreaterThan(FRAME.header + FRAME.empty);
  });

  it('draws a sub-pipeline of a file as a card', () => {
    const all = boxes(flowOf({ g: { kind: 'pipeline', file: 'a.weft' } }, { g: [30, 40] }));
    expect(all.get('g')!.width).toBe(CARD.width);
  });
});
