import { expect, it } from 'vitest';
import type { FlowCell } from '../flow';
import { cellNumbers } from './cell-numbers';

const cell = (index: number): FlowCell => ({
  ref: { id: `c${index}`, hash: '' },
  state: index < 0 ? 'missing' : 'ok',
  index,
  source: ''
});

it.each([
  [[], ''],
  [[2], '3'],
  [[2, 4], '3, 5'],
  [[0, 1, 2, 6], '1-3, 7'],
  [[3, -1, -1], '4, ?, ?']
])('numbers cells %j as "%s"', (places, text) => {
  expect(cellNumbers(places.map(cell))).toBe(text);
});
