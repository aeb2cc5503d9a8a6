import { expect, it } from 'vitest';
import type { FlowCell } from '../../flow';
import { cells, findings, flowOf, found } from '../testing/flow';
import { cellMissing } from './cell-missing';

const ref = { id: 'c1', hash: 'h' };
const missing: FlowCell = { ref, state: 'missing', index: -1, source: '' };

it('is content with cells that are there', () => {
  expect(
    found(cellMissing, flowOf({ a: [cells(), { cells: [{ ...missing, state: 'ok', index: 0 }] }] }))
  ).toEqual([]);
});

it('refuses cells that are gone', () => {
  expect(found(cellMissing, flowOf({ a: [cells(), { cells: [missing] }] }))).toEqual(['error a cells']);
});

it('offers the cells of the same source', () => {
  const candidates = [
    { id: 'c9', hash: 'h', index: 3 },
    { id: 'c2', hash: 'h', index: 0, notebook: 'b.ipynb' }
  ];
  const [{ fix }] = findings(cellMissing, flowOf({ a: [cells(), { cells: [{ ...missing, candidates }] }] }));
  expect(fix).toBe('Choose cell 4 or cell 1 of b.ipynb: the source is the same.');
});
