import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutNewest } from './client';
import { layoutFlow, type LayoutRequest } from './layout';

const request: fc.Arbitrary<LayoutRequest> = fc.integer({ min: 1, max: 12 }).chain(count =>
  fc.record({
    nodes: fc.tuple(
      ...Array.from({ length: count }, (_, i) =>
        fc.record({
          id: fc.constant(`n${i}`),
          x: fc.integer({ min: -500, max: 500 }),
          y: fc.integer({ min: -500, max: 500 }),
          width: fc.constant(232),
          height: fc.integer({ min: 60, max: 240 })
        })
      )
    ),
    edges: fc.array(
      fc
        .tuple(fc.nat(count - 1), fc.nat(count - 1))
        .map(([a, b]) => ({ source: `n${Math.min(a, b)}`, target: `n${Math.max(a, b)}` })),
      { maxLength: 20 }
    )
  })
);

describe('layoutFlow', () => {
  it('runs from left to right, without overlaps, and keeps the top left corner', () => {
    fc.assert(
      fc.property(request, asked => {
        const places = layoutFlow(asked);
        const boxes = asked.nodes.map(node => ({
          ...node,
          left: places[node.id][0],
          top: places[node.id][1]
        }));
        for (const { source, target } of asked.edges) {
          expect(source === target || places[source][0] < places[target][0]).toBe(true);
        }
        for (const a of boxes) {
          for (const b of boxes) {
            const apart =
              a.id === b.id ||
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top;
            expect(apart).toBe(true);
          }
        }
        expect(Math.min(...boxes.map(box => box.left))).toBe(Math.min(...asked.nodes.map(node => node.x)));
        expect(Math.min(...boxes.map(box => box.top))).toBe(Math.min(...asked.nodes.map(node => node.y)));
      }),
      { seed: 7, numRuns: 60 }
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(request, asked => {
        expect(layoutFlow(asked)).toEqual(layoutFlow(structuredClone(asked)));
      }),
      { seed: 7, numRuns: 20 }
    );
  });

  it('passes over edges to nodes that are not arranged, and takes cycles', () => {
    const node = { x: 0, y: 0, width: 100, height: 50 };
    const places = layoutFlow({
      nodes: [
        { id: 'a', ...node },
        { id: 'b', ...node }
      ],
      edges: [
        { source: 'a', target: 'b' },
        { source: 'b', target: 'a' },
        { source: 'b', target: 'elsewhere' }
      ]
    });
    expect(Object.keys(places)).toEqual(['a', 'b']);
    expect(layoutFlow({ nodes: [], edges: [] })).toEqual({});
  });
});

describe('layoutNewest', () => {
  it('does the work itself where there are no workers', async () => {
    const nodes = [{ id: 'a', x: 3, y: 4, width: 100, height: 50 }];
    expect(await layoutNewest({ nodes, edges: [] })).toEqual({ a: [3, 4] });
  });
});
