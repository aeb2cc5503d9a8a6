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

it('offers a cell of the same source to re-anchor to', () => {
  const candidate = { id: 'c9', hash: 'h' };
  const [{ fix }] = findings(cellMissing, flowOf({ a: [cells(), { cells: [{ ...missing, candidate }] }] }));
  expect(fix).toBe('Re-anchor it to the cell c9, which has the same source.');
});
