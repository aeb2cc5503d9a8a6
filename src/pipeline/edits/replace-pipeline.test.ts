import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../file/write-pipeline';
import { newPipeline } from '../new-pipeline';
import type { Pipeline } from '../schema';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { arbitraryPipeline } from '../testing/arbitrary-pipeline';
import { PATIENCE, runs } from '../testing/property';
import { replacePipeline } from './replace-pipeline';

/** Places of nodes that there are not say nothing. */
const placed = ({ layout, ...rest }: Pipeline) => ({
  ...rest,
  layout: Object.fromEntries(Object.entries(layout).filter(([id]) => Object.hasOwn(rest.nodes, id)))
});

const NOTE = { kind: 'note', text: 'as it was' };

test(
  'any pipeline becomes any other one',
  () => {
    const becomes = fc.property(arbitraryPipeline, arbitraryPipeline, (before, after) => {
      const doc = createSharedPipeline();
      doc.load(before);
      replacePipeline(doc, after);
      expect(canonicalJson(placed(doc.stored))).toBe(canonicalJson(placed(after)));
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
