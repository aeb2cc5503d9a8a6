import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { nameUnresolved } from './name-unresolved';
import { unboundInput } from './unbound-input';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it('refuses a name that no cell defines, once, with the nearest that one does', () => {
  const flow = flowOf(analyzer, ['threshold = f()', 'print(treshold)'], { b: [1] });
  expect(found(nameUnresolved, flow)).toEqual(['error b inputs.treshold']);
  expect(found(unboundInput, flow)).toEqual([]);
  const [{ message, fix }] = findings(nameUnresolved, flow);
  expect(message).toContain('uses treshold at line 1 of cell 2, and no cell defines it.');
  expect(fix).toBe('Did you mean "threshold"?');
});

it('is content with a name that a user feeds', () => {
  const flow = flowOf(analyzer, ['print(rate)'], { a: [[0], { inputs: { rate: { from: { value: 1 } } } }] });
  expect(found(nameUnresolved, flow)).toEqual([]);
});
