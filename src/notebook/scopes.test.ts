import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import { loadAnalyzer } from './testing/load';
import { PROBES } from './testing/probes';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const names = (text: string): string[] => text.split(' ').filter(Boolean);

describe.each(Object.entries(PROBES))('%s', (_, probes) => {
  it.each(probes)('%j', (source, defines, needs, soft = '') => {
    const facts = analyzer.analyze(source);
    expect(facts.syntaxError).toBeNull();
    expect(facts.defines).toEqual(names(defines));
    expect(facts.needs.filter(name => !names(soft).includes(name))).toEqual(names(needs));
  });
});

describe('kinds of use', () => {
  const uses = (source: string): string[] =>
    analyzer
      .analyze(source)
      .statements.flatMap(({ uses }) => uses.map(({ kind, name }) => `${kind} ${name}`));

  it.each([
    ['x = 1', ['bind x']],
    ['if c:\n    x = 1', ['read c', 'mayBind x']],
    ['del x', ['read x', 'delete x']],
    ['if c: del x', ['read c', 'read x', 'mayDelete x']],
    ['df["a"] = 1', ['read df', 'update df']],
    ['x.append(1)', ['read x', 'update x']],
    ['y = x.pop()', ['read x', 'update x', 'bind y']],
    ['x.head()', ['read x']],
    ['x.frobnicate()', ['read x', 'maybeUpdate x']],
    ['y = x.frobnicate()', ['read x', 'bind y']],
    ['df.dropna(inplace=True)', ['read df', 'update df']],
    ['x = np.add(a, b, out=c)', ['read np', 'read a', 'read b', 'read c', 'update c', 'bind x']],
    [
      'random.shuffle(x)',
      ['read random', 'read x', 'maybeUpdate random', 'update x', 'update weft_random_python']
    ],
    ['w.requires_grad_()', ['read w', 'update w']],
    ['for d in ds: d["k"] = 1', ['read ds', 'bind d', 'update ds']],
    ['x: T = 1', ['bind x', 'readAnnotation T']],
    ['cb(lambda: k)', ['mayRead k', 'readLate k', 'read cb']],
    ['sum(v * k for v in vs)', ['read vs', 'read k', 'read sum']]
  ])('%j', (source, expected) => {
    expect(uses(source)).toEqual(expected);
  });

  it('summarises what a function does to names and parameters', () => {
    const [fact] = analyzer.analyze(
      'def f(a, b):\n    global n\n    n = LIMIT\n    alias = a\n    alias.append(1)\n    g(b)'
    ).statements[0].functions;
    expect(fact).toMatchObject({
      name: 'f',
      kind: 'function',
      parameters: ['a', 'b'],
      updates: [{ parameter: 'a', sure: true }],
      passes: [
        { parameter: 'a', to: { callee: '.append', parameter: 0 } },
        { parameter: 'b', to: { callee: 'g', parameter: 0 } }
      ]
    });
    expect(fact.late.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['read LIMIT', 'bind n', 'read g']);
  });
});

describe('functions run where they are used', () => {
  it.each([
    ['if c:\n    def f(): return k\n    f()\nk = 1', 'c k'],
    ['class A:\n    def f(): return k\n    x = f()\nk = 1', 'k'],
    ['for i in r:\n    f()\n    def f(): return k\nk = 1', 'f k r'],
    ['y = g(1, lambda v: v + k)\nk = 1', 'g k'],
    ['try:\n    try:\n        y = g()\n    finally:\n        h(y)\nexcept E: pass', 'E g h y'],
    ['try:\n    y = g()\nfinally:\n    h(y)', 'g h']
  ])('%j needs %s', (source, needs) => {
    expect(analyzer.analyze(source).needs).toEqual(needs.split(' '));
  });
});

describe('what does not parse', () => {
  it.each([
    ['x = (', 1, 0],
    ['ok = 1\nx = = 2', 2, 4],
    ['print "a"', 1, 0],
    ['exec "a"', 1, 0],
    ['a = 1\n   b = 2', 2, 3],
    ['if a:\n    b\n  c', 3, 2],
    ['def f():\n', 1, 8],
    ['if a:\nb', 2, 0],
    ['df.\nq = 1', 1, 2],
    ['a = ', 1, 0]
  ])('%j is a fault at line %i, column %i', (source, line, column) => {
    const { syntaxError, defines, statements } = analyzer.analyze(source);
    expect(syntaxError).toMatchObject({ line, column });
    expect([defines, statements]).toEqual([[], []]);
  });

  it.each(['x = 5.', 'x = ...', 'from m import *', 'x = 1 + \\\n2', 'if a: # why\n    b', 'class A: pass'])(
    '%j is none',
    source => {
      expect(analyzer.analyze(source).syntaxError).toBeNull();
    }
  );
});

describe('what cannot be followed', () => {
  it.each([
    ['from m import *', 'from m import * binds names that only its module knows (line 1)'],
    ['x = 1\nexec(code)', 'exec() runs code that is not in the cell (line 2)'],
    ['globals()["x"] = 1', 'globals() reaches names by text (line 1)'],
    ['%run a.py', '%run binds every name of the script it runs (line 1)'],
    ['%%newthing\nx', '%%newthing is a cell magic Weft does not know (line 1)'],
    [
      'get_ipython().run_line_magic("run", "a")',
      'get_ipython().run_line_magic() runs code that is not in the cell (line 1)'
    ]
  ])('%j', (source, sentence) => {
    expect(analyzer.analyze(source).opaque).toEqual([sentence]);
  });
});
