import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

it.each([
  ['with A if c else B as x: pass', 'x', 'A B c'],
  ['with f(p) if p.endswith("gz") else open(p) as fh: t = fh.read()', 'fh t', 'f p'],
  ['with lambda: a as x: pass', 'x', 'a'],
  ['with lambda x: x as x: pass', 'x', ''],
  ['with not a as x, b or c as y: pass', 'x y', 'a b c'],
  ['with a and b if c else d < e as x: pass', 'x', 'a b c d e'],
  ['with a or b if c else not d as (x, y), e as z[0]: pass', 'x y', 'a b c d e z'],
  ['with (A if c else B as x): pass', 'x', 'A B c'],
  ['with (A if c else B as x, lambda: d as y,): pass', 'x y', 'A B c d'],
  ['with (a as x,): pass', 'x', 'a'],
  ['with (a, b) as x: pass', 'x', 'a b'],
  ['with (a if b else c) as x: pass', 'x', 'a b c'],
  ['with (a, b): pass', '', 'a b'],
  ['async def f():\n    async with g if h else await k as x: x', 'f', 'g h k'],
  ['try: a\nexcept B if c else D as e: e', '', 'B D a c'],
  ['match a:\n    case B() | C() as x if y: pass', 'x', 'B C a y']
])('%j', (source, defines, needs) => {
  const facts = analyzer.analyze(source);
  expect(facts.syntaxError).toBeNull();
  expect([facts.defines.join(' '), facts.needs.join(' ')]).toEqual([defines, needs]);
});
