import { describe, expect, it } from 'vitest';
import { chain } from './testing/linked';

const ADD = 'def add(x): x.append(1)\n';
const APPLY = 'def apply(fn, x): return fn(x)\n';
const KEEPER =
  'class T:\n    def __init__(self, m): self.m = m\n    def fit(self): self.m.append(1)\n    def show(self): print(self.m)\n';
const HELPER = 'def f(x):\n    def inner(y, z=1): y.append(z)\n    inner(x)\n';

describe('an argument is changed', () => {
  it.each([
    ['class T:\n    def __init__(self, x): x.append(1)\n', 't = T(v)', 'update'],
    [
      'class B:\n    def __init__(self, n, x): x.append(n)\nclass T(B):\n    def __init__(self, x): B.__init__(self, 1, x)\n',
      't = T(v)',
      'update'
    ],
    ['class T:\n    def __call__(self, x): x.append(1)\nt = T()\n', 'u = t(v)', 'update'],
    ['class T:\n    @staticmethod\n    def f(x): x.append(1)\n', 'T.f(v)', 'update'],
    [HELPER, 'f(v)', 'update'],
    [HELPER.replace('inner(x)', 'inner(z=2, y=x)'), 'f(v)', 'update'],
    [KEEPER, 'T(v).fit()', 'maybe'],
    [`${ADD}${APPLY}`, 'apply(add, v)', 'update'],
    [`${ADD}${APPLY}`, 'apply(x=v, fn=add)', 'update'],
    [`${ADD}${APPLY}def twice(g, y): return apply(g, y)\n`, 'twice(add, v)', 'update'],
    [`${ADD}def run(x, *fns):\n    for f in fns: x = f(x)\n    return x\n`, 'u = run(v, len, add)', 'update'],
    [`${ADD}def run(x, fns):\n    for f in fns: x = f(x)\n    return x\n`, 'u = run(v, [add])', 'update'],
    [`${ADD}steps = {"a": add}\ndo = add\n`, 'do(v)', 'maybe'],
    ['add = lambda x: x.insert(0, 1)\n', 'add(v)', 'maybe'],
    ['def both(*xs):\n    for x in xs: x.append(1)\n', 'both(u, v)', 'update'],
    ['def one(k, **kw): kw["v"].append(1)\n', 'one(1, v=v)', 'update'],
    ['def each(xs):\n    for x in xs: x.append(1)\n', 'each([u, v])', 'update'],
    ['def each(xs): return [add(x) for x in xs]\n' + ADD, 'each([u, v])', 'update'],
    [ADD, 'u = list(map(add, [v]))', 'update'],
    [ADD, 'a, b = map(add, (u, v))', 'update'],
    [ADD, 'for _ in map(add, v): pass', 'update'],
    [ADD, 'with make() as ex:\n    ex.map(add, v)', 'update']
  ])('by what is called: %s, %s', (first, change, kind) => {
    expect(chain('v', `${first}v = list(u)`, change, 'print(v)')).toEqual([kind, 'data']);
  });

  it.each([
    [KEEPER, 'T(v).show()'],
    [`${ADD}${APPLY}`, 'apply(len, v)'],
    ['def both(*xs): xs.clear()\n', 'both(v)'],
    ['def one(**kw): kw.pop("v")\n', 'one(v=v)'],
    ['def own(xs): xs.append(1)\n', 'own([v])'],
    ['def show(x): print(x)\n', 'u = list(map(show, [v]))'],
    ['class T:\n    def __init__(self, x, y): y.append(1)\n', 't = T(v, u)'],
    ['show = lambda x: x.strip()\n', 'show(v)']
  ])('or is not: %s, %s', (first, use) => {
    const [, next] = chain('v', `${first}v = list(u)`, use, 'print(v)');
    expect(next).toBeUndefined();
  });

  it('also where it is a table, of which only known methods change anything', () => {
    const first = `import pandas as pd\n${ADD}do = add\nv = pd.read_csv("a.csv")`;
    expect(chain('v', first, 'do(v)', 'print(v)')).toEqual(['maybe', 'data']);
  });
});
