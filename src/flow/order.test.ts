import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cycles, topological } from './order';

const graph = (edges: [string, string][]) => {
  const before = new Map<string, Set<string>>();
  edges.forEach(([from, to]) => before.set(to, (before.get(to) ?? new Set()).add(from)));
  return before;
};
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyEdges = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 14 });

test('equals stand in the order of their ids', () => {
  expect(topological(['c', 'a', 'b'], graph([]))).toEqual(['a', 'b', 'c']);
});

test('what depends comes after', () => {
  expect(
    topological(
      ['a', 'b', 'c'],
      graph([
        ['c', 'a'],
        ['a', 'b']
      ])
    )
  ).toEqual(['c', 'a', 'b']);
});

test('dependencies on unknown ids are passed over', () => {
  expect(topological(['a'], graph([['gone', 'a']]))).toEqual(['a']);
});

test('what lies on a cycle comes last', () => {
  expect(
    topological(
      ['a', 'b', 'c'],
      graph([
        ['a', 'b'],
        ['b', 'a']
      ])
    )
  ).toEqual(['c', 'a', 'b']);
});

test('a cycle is listed in the order in which its members depend on each other', () => {
  const [cycle] = cycles(
    ['a', 'b', 'c'],
    graph([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a']
    ])
  );
  expect(cycle).toHaveLength(3);
  cycle.forEach((id, i) => {
    const next = cycle[(i + 1) % 3];
    expect([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a']
    ]).toContainEqual([id, next]);
  });
});

test('an id that depends on itself is a cycle', () => {
  expect(cycles(['a'], graph([['a', 'a']]))).toEqual([['a']]);
});

test('every id once, each after what it depends on unless they share a cycle', () => {
  fc.assert(
    fc.property(anyEdges, edges => {
      const before = graph(edges);
      const sorted = topological(IDS, before);
      expect([...sorted].sort()).toEqual(IDS);
      const onCycle = new Set(cycles(IDS, before).flat());
      const behind = new Set(onCycle);
      for (let grew = true; grew;) {
        grew = false;
        for (const [from, to] of edges) {
          if (behind.has(from) && !behind.has(to)) {
            behind.add(to);
            grew = true;
          }
        }
      }
      for (const [from, to] of edges) {
        if (!behind.has(to)) {
          expect(sorted.indexOf(from)).toBeLessThan(sorted.indexOf(to));
        }
      }
    })
  );
});
