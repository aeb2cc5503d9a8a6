import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { arbitraryPipeline, json } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { readPipeline } from './read-pipeline';
import { canonicalJson, writePipeline } from './write-pipeline';

test('what is written is read back whole, and written the same again', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const text = writePipeline(pipeline);
      const back = readPipeline(text);
      expect(back).toEqual(pipeline);
      expect(writePipeline(back)).toBe(text);
    }),
    runs(200)
  );
});

test('a shared document stores all that a file holds', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(arbitraryPipeline, pipeline => {
      const doc = createSharedPipeline();
      doc.load(pipeline);
      expect(writePipeline(doc.stored)).toBe(writePipeline(pipeline));
      doc.dispose();
    }),
    runs(200)
  );
});

test(
  'canonical text is JSON of the same value, whatever the order of the keys',
  { timeout: PATIENCE },
  () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), value => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
      runs(200)
    );
  }
);

test('long lists and objects are written item by item', () => {
  const words = Array.from({ length: 12 }, (_, i) => `word-number-${i}`);
  expect(canonicalJson({ words })).toBe(
    `{\n  "words": [\n${words.map(w => `    "${w}"`).join(',\n')}\n  ]\n}`
  );
  expect(canonicalJson({ env: { B: '2', A: '1' } })).toBe(
    '{\n  "env": {\n    "A": "1",\n    "B": "2"\n  }\n}'
  );
  expect(canonicalJson({ a: {}, b: [], c: [[1], {}] })).toBe(
    '{\n  "a": {},\n  "b": [],\n  "c": [\n    [1],\n    {}\n  ]\n}'
  );
});
