import { expect, it } from 'vitest';
import { cells, findings, flowOf, found } from '../testing/flow';
import { clashingRead } from './clashing-read';

const clash = {
  name: 'x',
  notebook: 'a.ipynb',
  write: { cell: 1, id: 'c1', line: 4, code: 'x = 2' },
  read: { cell: 2, id: 'c2', line: 3, code: 'print(x)' }
};

it('is content with steps whose inputs have one value each', () => {
  expect(found(clashingRead, flowOf({ a: [cells(), { clashes: [] }] }))).toEqual([]);
});

it('refuses cells that want two values of one name, and shows both lines', () => {
  const flow = flowOf({ a: [cells(), { clashes: [clash] }] });
  expect(found(clashingRead, flow)).toEqual(['error a cells']);
  const [{ message, fix }] = findings(clashingRead, flow);
  expect(message).toContain(
    '“Train” would need two values of x: line 3 of cell 3 reads what line 4 of cell 2 makes'
  );
  expect(fix).toBe('Take cell 2 into the node too, or give cell 3 a node of its own.');
});
