import { expect, it } from 'vitest';
import { cells, flowOf, found } from '../testing/flow';
import { emptyCells } from './empty-cells';

it('wants at least one cell', () => {
  expect(found(emptyCells, flowOf({ a: cells() }))).toEqual([]);
  expect(found(emptyCells, flowOf({ a: cells({ cells: [] }) }))).toEqual(['error a cells']);
});
