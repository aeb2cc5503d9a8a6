import { describe, expect, it } from 'vitest';
import { arrange, type LayoutNode } from './arrange';

const node = (id: string, group = '', x = 0, y = 0): LayoutNode => ({
  id,
  group,
  box: { x, y, width: 100, height: 50 }
});

describe('arrange', () => {
  it('keeps the top left corner of what is arranged', () => {
    const places = arrange({ nodes: [node('a', '', 500, 90), node('b', '', 40, 300)], edges: [['a', 'b']] });
    expect(places.a).toEqual([40, 90]);
    expect(places.b[0]).toBeGreaterThan(140);
  });

  it('passes over edges to nodes that are not arranged, and takes cycles', () => {
    const places = arrange({
      nodes: [node('a'), node('b')],
      edges: [
        ['a', 'b'],
        ['b', 'a'],
        ['b', 'elsewhere'],
        ['a', 'a']
      ]
    });
    expect(Object.keys(places).sort()).toEqual(['a', 'b']);
    expect(arrange({ nodes: [], edges: [] })).toEqual({});
  });

  it('arranges nodes of groups that stay where they are each among their own', () => {
    const places = arrange({
      nodes: [node('a', 'g', 500, 500), node('b', 'g', 500, 500), node('c', 'h', 0, 0)],
      edges: [
        ['a', 'b'],
        ['a', 'c']
      ]
    });
    expect(places.a).toEqual([500, 500]);
    expect(places.b[0]).toBeGreaterThan(600);
    expect(places.c).toEqual([0, 0]);
  });
});
