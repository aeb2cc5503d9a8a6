import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import type { StepPlan } from './step-facts';
import { loadAnalyzer } from './testing/load';
import { plansOf } from './testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const plan = (cells: string[], ...groups: number[][]): StepPlan[] => plansOf(analyzer, cells, groups);

const pieces = ({ prelude }: StepPlan): string[] =>
  prelude.map(({ source, late }) => `${late ? 'late ' : ''}${source.split('\n')[0]}`);

describe('copied statements', () => {
  it('run after the inputs that they need at once, with those that need them in turn', () => {
    const cells = [
      'k = sum([1])',
      'def f(x=k): return x\ndef g(): return k',
      'class A:\n    y = f()',
      'A()\ng()'
    ];
    const [, step] = plan(cells, [0], [3]);
    expect(pieces(step)).toEqual(['late def f(x=k): return x', 'def g(): return k', 'late class A:']);
    expect(step.needs.map(({ name }) => name)).toEqual(['k']);
  });

  it('change the object of their step again', () => {
    const cells = [
      'found = {}\ndef add(f):\n    found[f.__name__] = f\n    return f',
      '@add\ndef one(): return 1',
      '@add\ndef two(): return 2',
      'print(found, two())'
    ];
    const [, , , step] = plan(cells, [0], [1], [2], [3]);
    expect(pieces(step)).toEqual(['found = {}', 'def add(f):', '@add']);
    expect(step.needs).toMatchObject([{ name: 'found', from: { group: 2 } }]);
    expect(step.clashes).toEqual([]);
  });

  it('find what a decorator wants at once in cells of the step, too', () => {
    const cells = [
      'import functools',
      'def add(f):\n    return functools.wraps(f)(f)',
      '@add\ndef one(): return 1',
      'print(one())'
    ];
    expect(pieces(plan(cells, [0, 3])[0])).toEqual(['import functools', 'def add(f):', '@add']);
  });
});
