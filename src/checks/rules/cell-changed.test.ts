import { expect, it } from 'vitest';
import type { CellState } from '../../flow';
import { cells, findings, flowOf, found } from '../testing/flow';
import { cellChanged } from './cell-changed';

const inState = (state: CellState) =>
  flowOf({ a: [cells(), { cells: [{ ref: { id: 'c1', hash: 'h' }, state, index: 2, source: 'x = 1' }] }] });

it('is content with cells as drawn', () => {
  expect(found(cellChanged, inState('ok'))).toEqual([]);
});

it('warns of cells that changed', () => {
  expect(found(cellChanged, inState('changed'))).toEqual(['warning a cells']);
  expect(findings(cellChanged, inState('changed'))[0].message).toContain('“Train” runs cell 3 of a.ipynb');
});

it('warns of the pieces of a cell that was split', () => {
  const pieces = [0, 1].map(index => ({
    ref: { id: `c${index}`, hash: 'h' },
    state: 'split' as const,
    index,
    source: '',
    pieceOf: 'c1'
  }));
  const flow = flowOf({ a: [cells(), { cells: pieces }] });
  expect(findings(cellChanged, flow).map(({ message }) => message)).toEqual([
    '“Train” runs cell 1 of a.ipynb, a piece of a cell that was split.',
    '“Train” runs cell 2 of a.ipynb, a piece of a cell that was split.'
  ]);
});
