import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSame } from './keep-same';

describe('keepSame', () => {
  it('gives back the earlier value when all is equal', () => {
    const earlier = { a: [1, { b: 2 }], m: new Map([['x', { c: 3 }]]) };
    expect(keepSame(earlier, structuredClone(earlier))).toBe(earlier);
  });

  it('keeps the parts that are equal and takes the rest', () => {
    const earlier = { kept: { a: 1 }, changed: { b: 1 } };
    const now = keepSame(earlier, { kept: { a: 1 }, changed: { b: 2 } });
    expect(now.kept).toBe(earlier.kept);
    expect(now.changed).toEqual({ b: 2 });
  });

  it('tells maps apart by their order', () => {
    const earlier = new Map([
      ['a', 1],
      ['b', 2]
    ]);
    const turned = new Map([...earlier].reverse());
    expect([...keepSame(earlier, turned).keys()]).toEqual(['b', 'a']);
  });

  it('never changes what is read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(keepSame(a, b)).toEqual(b);
        expect(keepSame(a, structuredClone(a))).toEqual(a);
      }),
      { seed: 7 }
    );
  });
});
