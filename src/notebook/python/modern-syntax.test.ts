import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** Syntax newer than the Python that the conformance tests hold the tree against. */
const MODERN: Record<string, [source: string, defines: string, needs: string][]> = {
  'type parameters (PEP 695)': [
    ['type X = Y', 'X', 'Y'],
    ['type X[T, *Ts, **P] = dict[T, tuple[*Ts]] | Z[P]', 'X', 'Z'],
    ['type X[T: (A, B)] = T', 'X', 'A B'],
    ['type = X\ntype[0] = 1', 'type', 'X'],
    ['def f[T: B, *Ts, **P](x: T, *a: *Ts, k: U = D) -> T: return helper(T, Ts, P)', 'f', 'B D U helper'],
    [
      'class C[T: B](Base[T], metaclass=M[T]):\n    x: T\n    def f(self, y: T) -> E: return T',
      'C',
      'B Base E M'
    ],
    ['class C[T]:\n    T = 1\n    def f(self): return T', 'C', ''],
    ['def f[T](x=T): pass', 'f', 'T'],
    ['@T\ndef f[T](): pass', 'f', 'T'],
    ['async def f[T](x: T): return await T', 'f', '']
  ],
  'defaults of type parameters (PEP 696)': [
    ['type X[T = D] = list[T]', 'X', 'D'],
    ['def f[T: A = D, *Ts = *E, **P = [F]](x: T = v): pass', 'f', 'A D E F v'],
    ['class C[T = int, U = T](Base[T, U]): pass', 'C', 'Base'],
    ['class C[\n    T: A = D,  # why\n](Base[T]): pass', 'C', 'A Base D']
  ],
  'f-strings (PEP 701)': [
    ['f"{d["k"]}"', '', 'd'],
    ['f"{f"{f"{x}"}"}"', '', 'x'],
    ["f'{\n    x  # why\n}'", '', 'x'],
    ["f'{'\\n'.join(xs)}'", '', 'xs'],
    ['f"{x!r:>{w}.{p}} {y=} {{z}}"', '', 'p w x y'],
    ['f"{(lambda x: x + k)(1)}"', '', 'k'],
    ['f"{[i for i in xs if i > t]}"', '', 't xs'],
    ['f"{(n := g())}{n}"', 'n', 'g']
  ],
  't-strings (PEP 750)': [
    ['s = t"{x!r:>{w}}"', 's', 'w x'],
    ['t"{f"{x}"}" t"{y}"', '', 'x y'],
    ["rt'{x}\\n'", '', 'x']
  ],
  'except without parentheses (PEP 758)': [
    ['try: a\nexcept B, C: d', '', 'B C a d'],
    ['try: a\nexcept* B, m.C: d', '', 'B a d m'],
    ['try: a\nexcept (B, C) as e: e', '', 'B C a']
  ],
  'unpacking in subscripts (PEP 646)': [
    ['x[*a, b] = c', '', 'a b c x'],
    ['def f(*args: *Ts): pass', 'f', 'Ts']
  ]
};

describe.each(Object.entries(MODERN))('%s', (_, cells) => {
  it.each(cells)('%j', (source, defines, needs) => {
    const facts = analyzer.analyze(source);
    expect(facts.syntaxError).toBeNull();
    expect([facts.defines.join(' '), facts.needs.join(' ')]).toEqual([defines, needs]);
  });
});
