import { expect, it } from 'vitest';
import type { FlowCell } from '../../flow';
import { cells, findings, flowOf, found } from '../testing/flow';
import { cellUsedTwice } from './cell-used-twice';

const cell = (id: string, index: number): FlowCell => ({
  ref: { id, hash: 'h' },
  state: 'ok',
  index,
  source: ''
});
const train = cells({ title: 'Train' });
const score = cells({ title: 'Score' });

it('is content with cells that are in one node each, and with equal ids in other notebooks', () => {
  const other = cells({ notebook: 'b.ipynb' });
  expect(
    found(
      cellUsedTwice,
      flowOf({
        a: [train, { cells: [cell('c1', 0)] }],
        b: [score, { cells: [cell('c2', 1)] }],
        c: [other, { cells: [cell('c1', 0)] }]
      })
    )
  ).toEqual([]);
});

it('warns at every node but the first, and says which one gives what the cell makes', () => {
  const flow = flowOf({
    a: [train, { cells: [cell('c1', 0), cell('c2', 1)] }],
    b: [score, { cells: [cell('c2', 1)] }]
  });
  expect(found(cellUsedTwice, flow)).toEqual(['warning b cells']);
  const [{ message, fix }] = findings(cellUsedTwice, flow);
  expect(message).toBe(
    '“Score” runs cell 2 of a.ipynb, which “Train” runs too; other nodes get what it makes from “Train”.'
  );
  expect(fix).toBe('Take cell 2 out of one of them, unless it is meant to run twice.');
});

it('refuses a cell that one node runs twice', () => {
  const flow = flowOf({ a: [train, { cells: [cell('c2', 1), cell('c2', 1)] }] });
  expect(found(cellUsedTwice, flow)).toEqual(['error a cells']);
});

it('leaves cells that are gone to another rule', () => {
  const flow = flowOf({ a: [train, { cells: [cell('c2', -1)] }], b: [score, { cells: [cell('c2', -1)] }] });
  expect(found(cellUsedTwice, flow)).toEqual([]);
});
