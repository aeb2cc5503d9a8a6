import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, newPipeline, type PipelineNode, siblings } from '../../pipeline';
import type { Flow } from '../flow';
import { resolve } from '../resolve';
import type { Box } from './box';
import { boxes } from './frames';
import { layoutPipeline } from './layout-pipeline';

const step = (group?: string, from?: string): PipelineNode => ({
  kind: 'container',
  image: 'a',
  ...(group && { group }),
  inputs: from ? { x: { type: 'integer', from: { node: from, output: 'x' } } } : {},
  outputs: { x: { type: 'integer' } }
});
const flowOf = (nodes: Record<string, PipelineNode>): Flow =>
  resolve(
    { ...newPipeline({ id: 'p', name: 'p' }), nodes },
    { notebook: path => ({ message: `There is no ${path}.` }) }
  );

/** Groups up to three deep, steps in any of them, fed by steps before them. */
const drawing: fc.Arbitrary<Record<string, PipelineNode>> = fc
  .record({
    groups: fc.array(fc.tuple(fc.constantFrom('loop', 'exit-handler', 'pipeline'), fc.nat(9)), {
      maxLength: 5
    }),
    steps: fc.array(fc.tuple(fc.nat(9), fc.nat(19), fc.boolean()), { minLength: 1, maxLength: 16 })
  })
  .map(({ groups, steps }) => {
    const nodes: Record<string, PipelineNode> = {};
    groups.forEach(([kind, inside], i) => {
      const group = i > 0 && inside < i ? `g${inside}` : undefined;
      nodes[`g${i}`] = { kind, ...(group && { group }) } as PipelineNode;
    });
    steps.forEach(([inside, source, fed], i) => {
      const group = inside < groups.length ? `g${inside}` : undefined;
      nodes[`s${i}`] = step(group, fed && source < i ? `s${source}` : undefined);
    });
    return nodes;
  });

/** The boxes that a flow has at the places of its layout. */
const arranged = (flow: Flow) => {
  const places = layoutPipeline(flow);
  return boxes(flow, id => places[id]);
};
const apart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('layoutPipeline', () => {
  it('keeps what stands beside each other apart, and what a group holds inside of it', () => {
    fc.assert(
      fc.property(drawing, nodes => {
        const flow = flowOf(nodes);
        const all = arranged(flow);
        for (const beside of flow.children.values()) {
          for (const a of beside) {
            for (const b of beside) {
              expect(a === b || apart(all.get(a)!, all.get(b)!)).toBe(true);
            }
          }
        }
        for (const [id, inner] of all) {
          for (const group of ancestors(flow.pipeline.nodes, id)) {
            const outer = all.get(group)!;
            expect(inner.x >= outer.x && inner.x + inner.width <= outer.x + outer.width).toBe(true);
            expect(inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height).toBe(true);
          }
        }
      }),
      { seed: 7, numRuns: 60 }
    );
  });

  it('runs from left to right in every group', () => {
    fc.assert(
      fc.property(drawing, nodes => {
        const flow = flowOf(nodes);
        const all = arranged(flow);
        const onCycle = new Set(flow.cycles.flat());
        for (const { source, target } of flow.edges) {
          const pair = siblings(flow.pipeline.nodes, source, target);
          if (pair && !pair.some(id => onCycle.has(id)) && onCycle.size === 0) {
            expect(all.get(pair[0])!.x).toBeLessThan(all.get(pair[1])!.x);
          }
        }
      }),
      { seed: 7, numRuns: 60 }
    );
  });

  it('is the same each time, and again once it is arranged', () => {
    fc.assert(
      fc.property(drawing, nodes => {
        const flow = flowOf(nodes);
        const places = layoutPipeline(flow);
        expect(layoutPipeline(flowOf(structuredClone(nodes)))).toEqual(places);
        const again = { ...flow, pipeline: { ...flow.pipeline, layout: places } };
        const corner = (found: Record<string, readonly [number, number]>) =>
          Math.min(...(flow.children.get('') ?? []).map(id => found[id][0]));
        expect(corner(layoutPipeline(again))).toBe(corner(places));
      }),
      { seed: 7, numRuns: 30 }
    );
  });

  it('stacks the branches of a choice as they are tried, the else last', () => {
    const when = { left: { value: 1 }, is: '==' as const, right: { value: 1 } };
    const all = arranged(
      flowOf({
        c: { kind: 'choice' },
        a: { kind: 'branch', group: 'c' },
        b: { kind: 'branch', group: 'c', when, rank: 2 },
        d: { kind: 'branch', group: 'c', when, rank: 1 }
      })
    );
    expect(all.get('d')!.y).toBeLessThan(all.get('b')!.y);
    expect(all.get('b')!.y).toBeLessThan(all.get('a')!.y);
    expect(new Set(['a', 'b', 'd'].map(id => all.get(id)!.x)).size).toBe(1);
  });

  it('sets many steps that nothing joins in rows', () => {
    const all = arranged(flowOf(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`s${i}`, step()]))));
    const columns = new Set([...all.values()].map(box => box.x));
    expect(columns.size).toBeGreaterThan(3);
    expect(columns.size).toBeLessThan(20);
  });
});
