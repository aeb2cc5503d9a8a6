import { expect, it } from 'vitest';
import { cells, container, findings, flowOf, found, importer } from '../testing/flow';
import { opaqueNode } from './opaque-node';

it('is content with the kinds of this version', () => {
  const note = { kind: 'note', text: 'Hello' };
  expect(found(opaqueNode, flowOf({ a: cells(), b: container(), c: importer(), d: note }))).toEqual([]);
});

it('refuses kinds of another', () => {
  const flow = flowOf({ a: { kind: 'quantum', title: 'Later' } });
  expect(found(opaqueNode, flow)).toEqual(['error a kind']);
  expect(findings(opaqueNode, flow)[0].message).toContain('“Later” is of the kind quantum');
});
