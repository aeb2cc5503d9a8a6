import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyKept } from './apply-kept';
import { diffKept } from './diff-kept';

const json = fc.jsonValue({ maxDepth: 3 }).map(value => JSON.parse(JSON.stringify(value)) as unknown);
const object = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'toString'),
  fc.oneof(json, fc.dictionary(fc.constantFrom('a', 'b'), json))
);

describe('what an import keeps', () => {
  it('makes the original of what is written', () => {
    fc.assert(
      fc.property(object, object, (written, original) => {
        const kept = JSON.parse(JSON.stringify(diffKept(written, original))) as ReturnType<typeof diffKept>;
        const { value, applies } = applyKept(written, kept);
        expect(value).toEqual(original);
        expect(applies.every(Boolean)).toBe(true);
        expect(diffKept(value, original)).toEqual([]);
      }),
      { numRuns: 500, seed: 7 }
    );
  });

  it('is nothing for the same, whatever the order of keys', () => {
    expect(diffKept({ a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1, d: undefined })).toEqual([]);
  });

  it('does not touch what was changed since', () => {
    const kept = diffKept({ image: 'a:1', env: {} }, { image: 'a:1', env: {}, lifecycle: { x: 1 }, cpu: 2 });
    const { value, applies } = applyKept({ image: 'a:2', cpu: 4 }, kept);
    expect(value).toEqual({ image: 'a:2', cpu: 4, lifecycle: { x: 1 } });
    expect(applies).toEqual([false, true]);
  });

  it('says of a list that it is another', () => {
    expect(diffKept({ a: [1, 2] }, { a: [2, 1] })).toEqual([{ at: ['a'], was: [1, 2], is: [2, 1] }]);
  });
});
