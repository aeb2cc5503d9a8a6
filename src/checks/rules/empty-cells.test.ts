import { expect, it } from 'vitest';
import { cells, flowOf, found, notebook } from '../testing/flow';
import { emptyCells } from './empty-cells';

it('wants at least one cell', () => {
  expect(found(emptyCells, flowOf({ a: cells() }))).toEqual([]);
  expect(found(emptyCells, flowOf({ a: cells({ cells: [] }) }))).toEqual(['error a cells']);
});

it('wants a notebook to have cells that are not skipped, once it can be read', () => {
  const faults = new Map([['a.ipynb', { message: 'no such file.' }]]);
  expect(found(emptyCells, flowOf({ a: notebook() }))).toEqual(['error a notebook']);
  expect(found(emptyCells, flowOf({ a: notebook() }, { faults }))).toEqual([]);
});
