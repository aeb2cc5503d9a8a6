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

it('tells of a value that another cell showed, and offers to name it', () => {
  const flow = flowOf(analyzer, ['1 + 1', 'x = _ + 1'], { a: [0], b: [1] });
  expect(found(hiddenOutput, flow)).toEqual(['error b cells']);
  const [{ message, fix }] = findings(hiddenOutput, flow);
  expect(message).toContain('line 1 of cell 2: "_" is what another cell displayed');
  expect(fix).toBe('Give the value a name in the cell that makes it, and use that name.');
});

it('tells of it within a step, too, and only warns where it perhaps does not run', () => {
  const of = (reads: string) => found(hiddenOutput, flowOf(analyzer, ['1 + 1', reads], { a: [0, 1] }));
  expect(of('print(_.shape)')).toEqual(['error a cells']);
  expect(of('print(Out[1])')).toEqual(['error a cells']);
  expect(of('%time print(_.shape)')).toEqual(['warning a cells']);
  expect(of('def f():\n    return _\nf()')).toEqual(['warning a cells']);
  expect(of('print(_("Hello"))')).toEqual(['warning a cells']);
  expect(of('try:\n    _\nexcept NameError:\n    pass')).toEqual(['warning a cells']);
});

it('is content with names, and with a loop variable of that name', () => {
  expect(
    found(hiddenOutput, flowOf(analyzer, ['x = 1', 'for _ in range(x): print(_)'], { a: [0, 1] }))
  ).toEqual([]);
});
