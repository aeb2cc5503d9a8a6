import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../file/write-pipeline';
import { newPipeline } from '../new-pipeline';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { replacePipeline } from './replace-pipeline';

const NOTE = { kind: 'note', text: 'as it was' };

test(
  'any pipeline becomes any other one',
  () => {
    const becomes = fc.property(arbitraryPipeline, arbitraryPipeline, (before, after) => {
      const [doc, other] = [createSharedPipeline(), createSharedPipeline()];
      doc.load(before);
      other.load(after);
      replacePipeline(doc, after);
      expect(canonicalJson(doc.stored)).toBe(canonicalJson(other.stored));
    });
    fc.assert(becomes, runs(60));
  },
  PATIENCE
);

test('only what differs is written, and undo keeps to what the user did', () => {
  const doc = createSharedPipeline();
  const start = { ...newPipeline({ id: 'x', name: 'demo' }), nodes: { a: NOTE, b: NOTE } };
  doc.load(start);
  doc.write(['nodes', 'a', 'text'], 'mine');
  const touched: string[] = [];
  doc.subscribe(({ nodes }) => touched.push(...nodes));
  replacePipeline(doc, { ...doc.stored, nodes: { ...doc.stored.nodes, b: { ...NOTE, text: 'theirs' } } });
  expect(touched).toEqual(['b']);
  doc.undo();
  expect(doc.stored.nodes).toEqual({ a: NOTE, b: { ...NOTE, text: 'theirs' } });
});
