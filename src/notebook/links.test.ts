import { describe, expect, it } from 'vitest';
import { nearestName } from './links/spelling';
import { linked, told } from './testing/linked';

/** Edges as `from>to name kind`, cells as numbers. */
function edges(cells: string[]): string[] {
  return linked(cells).edges.map(told).sort();
}

const TABLE: [rule: string, cells: string[], edges: string[]][] = [
  ['the nearest preceding version supplies', ['x = f()', 'x = g()', 'y = x'], ['1>2 x data']],
  ['a cell supplies itself after it bound', ['x = f()', 'x = 2\nprint(x)'], []],
  ['a read before the own bind comes from outside', ['x = f()', 'print(x)\nx = 2'], ['0>1 x data']],
  [
    'also in a statement that surely binds later',
    ['x = f()', 'with a:\n    if c:\n        x = 1\n    print(x)\n    x = 2'],
    ['0>1 x data']
  ],
  ['a later cell supplies nothing', ['print(x)', 'x = f()'], []],
  ['imports are copied', ['import numpy as np', 'np.zeros(1)'], ['0>1 np hoist']],
  [
    'functions and classes are copied',
    ['def f(): pass\nclass C: pass', 'f()\nC()'],
    ['0>1 C hoist', '0>1 f hoist']
  ],
  ['literals are copied', ['n = -1\nl = [1, {"a": (2, 3)}]', 'n + l'], ['0>1 l hoist', '0>1 n hoist']],
  ['a literal changed in place is data', ['l = []', 'l.append(1)', 'l'], ['0>1 l hoist', '1>2 l data']],
  ['a lambda with a name is copied as a function is', ['k = lambda: 1', 'k()'], ['0>1 k hoist']],
  [
    'a lambda reads names where it is called',
    ['k = f()\ng = lambda x: x * k', 'g(1)', 'k = f()', 'g(1)'],
    ['0>1 g hoist', '0>1 k data', '0>3 g hoist', '2>3 k data']
  ],
  [
    'and so does one in a container, under any name of it',
    ['k = f()\nd = {"a": lambda x: x * k}', 'e = d', 'k = f()', 'e["a"](1)'],
    ['0>1 d data', '0>1 k data', '1>3 e data', '2>3 k data']
  ],
  [
    'and in an object that keeps it',
    ['k = f()\nt = []', 't.append(Scale(lambda x: x * k))', 'k = f()', 't[0](1)'],
    ['0>1 k data', '0>1 t hoist', '1>3 t data', '2>3 k data']
  ],
  [
    'but not one that a call runs',
    ['k = f()\nd = g()', 'd["a"] = d["b"].apply(lambda x: x * k)', 'k = f()', 'd'],
    ['0>1 d update', '0>1 k data', '1>3 d data']
  ],
  [
    'updates chain',
    ['d = f()', 'd["a"] = 1', 'd["b"] = 2', 'd'],
    ['0>1 d update', '1>2 d update', '2>3 d data']
  ],
  ['unknown bare methods perhaps update', ['d = f()', 'd.frob()', 'd'], ['0>1 d maybe', '1>2 d data']],
  ['known pure methods do not', ['d = f()', 'd.head()', 'd'], ['0>1 d data', '0>2 d data']],
  [
    'an alias is updated with its object',
    ['d = f()', 'e = d', 'e.append(1)', 'd'],
    ['0>1 d data', '0>2 d maybe', '1>2 e update', '2>3 d data']
  ],
  [
    'an optimiser changes the model behind it',
    ['m = f()', 'o = Adam(m.parameters())', 'o.step()', 'm'],
    ['0>1 m data', '0>2 m maybe', '1>2 o update', '2>3 m data']
  ],
  [
    'a module is never updated',
    ['import os', 'os.environ["A"] = "1"', 'os'],
    ['0>1 os hoist', '0>2 os hoist']
  ],
  [
    'late reads resolve where the function is used',
    ['def f(): return g', 'g = h()', 'f()'],
    ['0>2 f hoist', '1>2 g data']
  ],
  [
    'through chains of calls',
    ['def a(): return k', 'def b(): return a()', 'k = h()', 'b()'],
    ['0>3 a hoist', '1>3 b hoist', '2>3 k data']
  ],
  ['recursion ends', ['def a(): return b()\ndef b(): return a()', 'a()'], ['0>1 a hoist', '0>1 b hoist']],
  [
    'a function changes what it is given',
    ['d = f()', 'def clean(x): x["a"] = 1', 'clean(d)', 'd'],
    ['0>2 d update', '1>2 clean hoist', '2>3 d data']
  ],
  [
    'also by keyword, handed on',
    ['d = f()', 'def a(x): x.pop()\ndef b(y): a(x=y)', 'b(y=d)', 'd'],
    ['0>2 d update', '1>2 b hoist', '1>2 a hoist', '2>3 d data'].sort()
  ],
  [
    'a pure function does not',
    ['d = f()', 'def show(x): print(x)', 'show(d)', 'd'],
    ['0>2 d data', '0>3 d data', '1>2 show hoist']
  ],
  [
    'globals are bound where the function is called',
    ['def s():\n    global q\n    q = 1', 's()', 'q'],
    ['0>1 s hoist', '1>2 q data']
  ],
  [
    'a perhaps-bound name hands on the version before',
    ['x = f()', 'if c():\n    x = 2', 'x'],
    ['0>1 x maybe', '1>2 x data']
  ],
  ['but only when it is wanted', ['x = f()', 'if c():\n    x = 2', ''], []],
  ['deleted names supply nothing', ['x = f()', 'del x', 'x'], ['0>1 x data']],
  ['annotations never cause data edges', ['T = f()', 'x: T = 1'], []],
  ['annotations want imports', ['from t import T', 'x: T = 1'], ['0>1 T hoist']],
  ['star imports supply what is unknown', ['from m import *', 'zz'], ['0>1 zz hoist']],
  ['files link writer and reader', ['d.to_csv("./a.csv")', 'open("a.csv")'], ['0>1 a.csv file']],
  [
    'files written by a called function',
    ['def s(): open("a", "w")', 's()', 'open("a")'],
    ['0>1 s hoist', '1>2 a file']
  ],
  [
    'writing again is ordered',
    ['open("a", "w")', 'open("a")', 'open("a", mode="w")'],
    ['0>1 a file', '0>2 a order', '1>2 a order']
  ],
  [
    'a guarded import is copied',
    ['try:\n    import a\nexcept ImportError:\n    a = None', 'a'],
    ['0>1 a hoist']
  ],
  ['builtins rebound are names', ['id = f()', 'id'], ['0>1 id data']],
  [
    'main guards run in order',
    ['def go(): return k', 'if __name__ == "__main__":\n    k = h()\n    go()'],
    ['0>1 go hoist']
  ]
];

describe('edges', () => {
  it.each(TABLE)('%s', (_, cells, expected) => {
    expect(edges(cells)).toEqual(expected);
  });

  it('point at the lines of the write and of the first read', () => {
    expect(linked(['a = 1\n\nx = f()', '\nprint(x)\nx']).edges[0]).toMatchObject({
      writeLine: 3,
      readLine: 2
    });
  });
});

describe('problems', () => {
  it.each([
    ['name-unresolved error', ['df = 1', 'print(dff)'], 'Did you mean "df"?'],
    ['name-unresolved error', ['prnt(1)'], 'Did you mean "print"?'],
    ['name-defined-later warning', ['print(x)', 'x = 1'], 'Move the cell that defines "x" above this one.'],
    ['name-defined-later warning', ['print(x)\nx = 1'], undefined],
    ['name-deleted error', ['x = 1\ndel x', 'x'], undefined],
    ['hidden-output error', ['_ + 1'], 'Give the value a name in the cell that makes it, and use that name.'],
    ['cell-opaque warning', ['exec("a")'], undefined],
    ['cell-syntax error', ['x = ('], undefined]
  ])('%s: %j', (expected, cells, fix) => {
    const { problems } = linked(cells);
    expect(problems.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([expected]);
    expect(problems[0].fix).toBe(fix);
  });

  it.each([
    ['builtins and IPython names', ['print(len(str(display)), get_ipython)']],
    ['names behind an opaque construct', ['%run a.py', 'print(from_a)']],
    ['shell text, which may mean the environment', ['!echo $HOME']],
    ['the own loop variable called _', ['for _ in range(2): print(_)']]
  ])('none for %s', (_, cells) => {
    expect(linked(cells).problems.filter(({ rule }) => rule !== 'cell-opaque')).toEqual([]);
  });

  it('are found in a function that is called, at the line of the call', () => {
    const [problem] = linked(['def f():\n    return helpr()', '\nf()']).problems;
    expect(problem).toMatchObject({ rule: 'name-unresolved', severity: 'warning', cell: 'c1', line: 2 });
  });
});

it.each([
  ['dff', 'df'],
  ['treshold', 'threshold'],
  ['modle', 'model'],
  ['zzz', null],
  ['x', null]
])('the name nearest to %s is %s', (name, expected) => {
  expect(nearestName(name, ['df', 'threshold', 'model', 'y'])).toBe(expected);
});
