import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { repairFaults } from './repair';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  ['def f():\n    x = (a +\nb)', 'def f():\n    x = (a + b)'],
  ['f(b.  # why (\n  c, "#")', 'f(b.            c, "#")'],
  ['x = """(\n"""\ny = 1', 'x = """(\n"""\ny = 1'],
  ['def f[T: A = D, *Ts = *E](a=1): pass', 'def f[T: A : D, *Ts : *E](a=1): pass'],
  ['class C[T = list[a == b]]: pass', 'class C[T : list[a == b]]: pass']
])('%j is read as %j', (text, form) => {
  expect(repairFaults(text)).toBe(form);
});

describe('what the grammar misreads', () => {
  it.each([
    ['def f():\n    return (a +\n  b)\nx = 1', 'f x', 'a b'],
    ['if a:\n    x = (b.\nc)', 'x', 'a b'],
    ['type(x).y = z', '', 'x z'],
    ['type (x)[k] = z', '', 'k x z'],
    ['type(x).y = z\ntype X = Y\ns = """\ntype(q).r = 1\n"""', 'X s', 'Y x z'],
    ['with (open(p) as f): pass', 'f', 'p'],
    ['with ((a as b), c as d): pass', 'b d', 'a c'],
    ['x = [*a.b(c), *d[e]]', 'x', 'a c d e'],
    ['match [x]:\n    case [c, d]:\n        f()', 'c d', 'f x'],
    ['if a:\n    match [x, [y]][0]:\n        case [c]: pass\nx: int = 1', 'c x', 'a x y'],
    ['(x): int = 1', 'x', ''],
    ['f"{x:=10} {(y := 1)}"', 'y', 'x'],
    ['x: list[int].a = 1', 'x', ''],
    ['print >>f, x', '', 'f x']
  ])('%j', (source, defines, needs) => {
    const facts = analyzer.analyze(source);
    expect([facts.syntaxError, facts.defines.join(' '), facts.needs.join(' ')]).toEqual([
      null,
      defines,
      needs
    ]);
  });

  it('keeps the lines of what it joins', () => {
    const { statements } = analyzer.analyze('if a:\n    x = (b +\nc)\ny = 1');
    expect(statements.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [1, 3],
      [4, 4]
    ]);
  });

  it.each(['raise E, V', 'x = (\n', 'def f[T = ](): pass'])('%j stays a fault', source => {
    expect(analyzer.analyze(source).syntaxError).not.toBeNull();
  });
});

it('reads nesting that is too deep as a fault', () => {
  const facts = analyzer.analyze(`x = ${'('.repeat(60_000)}1${')'.repeat(60_000)}`);
  expect(facts.syntaxError).not.toBeNull();
  expect(analyzer.analyze('x = 1').defines).toEqual(['x']);
});
