import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer, StepPlan } from './index';
import { loadAnalyzer } from './testing/load';
import { plansOf } from './testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** The plan of the first group, and the sources of its prelude. */
function first(cells: string[], ...groups: number[][]): StepPlan & { sources: string[] } {
  const [plan] = plansOf(analyzer, cells, groups);
  return { ...plan, sources: plan.prelude.map(({ source }) => source) };
}

describe('definitions that values carry', () => {
  it('are copied where the value goes, with all they need', () => {
    const cells = ['from abc import ABC', 'class A(ABC): pass', 'class B(A): pass', 'b = B()', 'print(b)'];
    expect(first(cells, [4], [3]).sources).toEqual([
      'from abc import ABC',
      'class A(ABC): pass',
      'class B(A): pass'
    ]);
  });

  it('are followed through the values that the value is made of, and through changes', () => {
    const cells = ['class A: pass', 'a = A()', 'all = f([a])', 'print(all)'];
    expect(first(cells, [3], [1], [2]).sources).toEqual(['class A: pass']);
    expect(
      first(['class A: pass', 'all = f()', 'all.append(A())', 'print(all)'], [3], [1], [2]).sources
    ).toEqual(['class A: pass']);
    expect(
      first(['class A: pass', 'if f():\n    a = A()\nelse:\n    a = g()', 'a'], [2], [1]).sources
    ).toEqual(['class A: pass']);
  });

  it('are followed through functions that make the value', () => {
    const cells = ['class A: pass', 'def make():\n    return A()', 'a = make()', 'print(a)'];
    expect(first(cells, [3], [2]).sources).toEqual(['class A: pass']);
  });

  it('include functions that are handed on, and leave out those that are only called', () => {
    const cells = ['def f(x): return x', 'def g(x): return x', 'p = Pipe(f)\nq = g(1)', 'print(p, q)'];
    expect(first(cells, [3], [2]).sources).toEqual(['def f(x): return x']);
  });

  it('are one function of a name where a value contains them, as pickle stores them by it', () => {
    const cells = [
      'def f(x): return x',
      'fs = [f]',
      'def f(x): return -x',
      'fs.append(f)',
      '[g(1) for g in fs]'
    ];
    const clashes = (...groups: number[][]) => first(cells, ...groups).clashes.map(({ name }) => name);
    expect(clashes([3], [0], [1], [2], [4])).toEqual(['f']);
    expect(clashes([4], [0], [1], [2], [3])).toContain('f');
    expect(clashes([3, 4], [0, 1, 2])).toEqual(['f']);
    expect(clashes([1], [0], [2], [3], [4])).toEqual([]);
  });

  it('ask for what their bodies read only softly, and for what their statements read as ever', () => {
    const cells = [
      'd = device()',
      'class A(mixin(d)):\n    def to(self): return d, e',
      'e = f()',
      'a = A()',
      'a'
    ];
    const { needs } = first(cells, [4], [0], [2, 3]);
    expect(needs.map(({ name, soft, from }) => [name, soft, from])).toEqual([
      ['a', false, { group: 2 }],
      ['d', false, { group: 1 }],
      ['mixin', false, undefined],
      ['e', true, { group: 2 }]
    ]);
  });

  it('are those of the notebook alone: what other values are made of stays where it is', () => {
    const cells = ['class A: pass', 'a = A()', 'n = f()', 'print(n)'];
    expect(first(cells, [3], [1, 2]).sources).toEqual([]);
  });

  it('are there before the inputs are read, even where the step defines them itself', () => {
    const cells = ['class A: pass', 'a = A()', 'print(a)'];
    expect(first(cells, [0, 2], [1]).sources).toEqual(['class A: pass']);
  });

  it('end where a value goes round in a circle', () => {
    const cells = ['class A: pass', 'a = A()', 'a.next = a\nb = [a]', 'a.b = b', 'print(a)'];
    expect(first(cells, [4], [1], [2], [3]).sources).toEqual(['class A: pass']);
  });
});

describe('classes made by a call', () => {
  it.each([
    'P = namedtuple("P", "x y")',
    'P = collections.namedtuple("P", ["x"])',
    'P = Enum("P", "A B")',
    'P = make_dataclass("P", ["x"])'
  ])('are copied like those of a statement: %s', source => {
    expect(first([source, 'p = P(1)', 'print(p)'], [2], [1]).sources).toEqual([source]);
  });

  it('bring what they are called with', () => {
    expect(
      first(['from enum import Enum', 'names = "A B"', 'P = Enum("P", names)', 'print(P)'], [3]).sources
    ).toEqual(['from enum import Enum', 'names = "A B"', 'P = Enum("P", names)']);
  });
});
