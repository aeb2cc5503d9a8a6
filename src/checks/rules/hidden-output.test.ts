import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { hiddenOutput } from './hidden-output';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it('warns of a value that another cell showed, and offers to name it', () => {
  const flow = flowOf(analyzer, ['1 + 1', 'x = _ + 1'], { a: [0], b: [1] });
  expect(found(hiddenOutput, flow)).toEqual(['warning b cells']);
  const [{ message, fix }] = findings(hiddenOutput, flow);
  expect(message).toContain('line 1 of cell 2: "_" is what another cell displayed');
  expect(fix).toBe('Give the value a name in the cell that makes it, and use that name.');
});

it('is content with names, and with a loop variable of that name', () => {
  expect(
    found(hiddenOutput, flowOf(analyzer, ['x = 1', 'for _ in range(x): print(_)'], { a: [0, 1] }))
  ).toEqual([]);
});
