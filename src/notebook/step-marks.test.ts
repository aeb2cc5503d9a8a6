import { expect, it } from 'vitest';
import { readNotebook } from './read';
import { keptSteps } from './step-marks';

const cell = (id: string, weft?: unknown, cell_type = 'code') => ({
  id,
  cell_type,
  source: '',
  metadata: weft === undefined ? {} : { weft }
});
const read = (...cells: unknown[]) => readNotebook(JSON.stringify({ nbformat: 4, cells }), 'a.ipynb');

it('reads the steps that a notebook keeps, by pipeline and node', () => {
  const load = { pipeline: 'p', node: 'n1', step: 'Load' };
  const fit = { pipeline: 'p', node: 'n2', step: 'Fit' };
  const other = { pipeline: 'q', node: 'n1', step: 'Else' };
  const notebook = read(cell('a', load), cell('b', fit), cell('c', load), cell('d', other), cell('e'));
  expect(keptSteps(notebook, 'p')).toEqual([
    { ...load, cells: ['a', 'c'] },
    { ...fit, cells: ['b'] }
  ]);
  expect(keptSteps(notebook)).toHaveLength(3);
});

it('passes over what is no mark, and cells that hold no code', () => {
  const mark = { pipeline: 'p', node: 'n', step: 'S' };
  const broken = ['x', null, 3, {}, { pipeline: '', node: 'n' }, { pipeline: 'p', node: 3 }];
  expect(
    keptSteps(read(...broken.map((weft, i) => cell(`c${i}`, weft)), cell('m', mark, 'markdown')))
  ).toEqual([]);
  expect(keptSteps(read(cell('a', { pipeline: 'p', node: 'n' })))).toEqual([
    { pipeline: 'p', node: 'n', step: '', cells: ['a'] }
  ]);
});
