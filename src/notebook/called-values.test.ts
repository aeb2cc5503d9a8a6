import { describe, expect, it } from 'vitest';
import { chain, linked, told, warned } from './testing/linked';

const ADD = 'def add(x): x.append(1)\n';
const LOG = 'log = list(u)\ndef note(x): log.append(x)\n';

describe('a function out of a container', () => {
  it.each([
    ['steps = {"a": add}', 'steps["a"](v)'],
    ['steps = {"a": add}', 'steps.get("a")(v)'],
    ['steps = {"a": add}', 'for k in steps: steps[k](v)'],
    ['steps = (len, add)', 'for f in steps: f(v)'],
    ['steps = [add]', 'u = [f(v) for f in steps]'],
    ['steps = [[add]]', 'f = steps[0][0]; f(v)']
  ])('changes what it is given: %s, %s', (made, use) => {
    expect(chain('v', `${ADD}${made}\nv = list(u)`, use, 'print(v)')).toEqual(['maybe', 'data']);
  });

  it.each([
    ['steps = {"a": note}', 'steps["a"](1)'],
    ['steps = [note]', 'for f in steps: f(1)'],
    ['steps = [note]\ndef run(fs):\n    for f in fs: f(1)', 'run(steps)'],
    ['do = note', 'do(1)'],
    [
      'class Bus:\n    def __init__(self): self.h = []\n    def on(self, f): self.h.append(f)\n    def emit(self, x):\n        for f in self.h: f(x)\nbus = Bus()\nbus.on(note)',
      'bus.emit(1)'
    ]
  ])('does what its body says: %s, %s', (made, use) => {
    const { edges } = linked([`${LOG}${made}`, use, 'print(log)']);
    expect(edges.map(told)).toContain('1>2 log data');
  });

  it('does nothing where the container is only looked at', () => {
    expect(chain('log', `${LOG}steps = [note]`, 'print(len(steps), steps[0])', 'print(log)')[1]).toBe(
      undefined
    );
  });
});

describe('what is given by * and **', () => {
  it.each([
    ['args = (v, 1)', 'add(*args)', 'def add(x, y): x.append(y)'],
    ['args = {"x": v}', 'add(**args)', 'def add(x): x.append(1)'],
    ['args = (v,)', 'add(0, *args)', 'def add(y, x): x.append(y)'],
    ['args = (v,)', 'add(*args)', 'def add(*xs): xs[0].append(1)']
  ])('changes in its container: %s, %s, %s', (made, use, definition) => {
    expect(warned(`${definition}\nv = list(u)\n${made}`, use, 'print(v)')).toEqual(['alias-cut args c1 c2']);
  });

  it('does not where the function changes what is not given so', () => {
    const first = 'def add(y, x): y.append(x)\nv = list(u)\nargs = (v,)\nw = list(u)';
    expect(warned(first, 'add(w, *args)', 'print(v)')).toEqual([]);
  });

  it.each([
    ['def g(*a, **k): return add(*a, **k)\n', 'g(v)', 'update'],
    ['def g(*a, **k): return add(*a, **k)\n', 'g(x=v)', 'update'],
    ['def g(n, *a): return add(*a)\n', 'g(1, v)', 'update'],
    ['def g(fn, *a): return fn(*a)\n', 'g(add, v)', 'update'],
    ['def g(n, *a): return add(*a)\n', 'g(v, 1)', undefined]
  ])('is handed on as it came: %s, %s', (definition, use, kind) => {
    const [changed] = chain('v', `${ADD}${definition}v = list(u)`, use, 'print(v)').filter(
      each => each !== 'data'
    );
    expect(changed).toBe(kind);
  });
});

describe('functions that another function made', () => {
  const PAIR =
    'def make():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n    def get(): return n\n    return inc, get\ninc, get = make()';

  it('share the state of the call that made them', () => {
    expect(chain('inc', PAIR, 'inc()', 'inc()')).toEqual(['update', 'update']);
    expect(warned(PAIR, 'inc()', 'print(get())')).toEqual(['alias-cut inc c1 c2']);
    const none = PAIR.replace('        nonlocal n\n', '');
    expect(warned(none, 'inc()', 'print(get())')).toEqual([]);
  });

  it.each([
    ['def f(a):\n    def g(): a.append(1)\n    return g\nh = f(v)', 'an argument'],
    ['def f():\n    a = v\n    def g(): a.append(1)\n    return g\nh = f()', 'a name of the notebook']
  ])('keep what they close over: %s', made => {
    const [said] = warned(`v = list(u)\n${made}`, 'h()', 'print(v)');
    expect(said).toMatch('alias-cut h c1');
  });

  it('do what their maker says of names of the notebook, and what it was given', () => {
    const say = 'def f():\n    def g(): log.append(1)\n    return g\n';
    expect(chain('log', `log = list(u)\n${say}h = f()`, 'h()', 'print(log)')[1]).toBe('data');
    const wrap = 'def f(fn):\n    def g(x): return fn(x)\n    return g\n';
    expect(chain('log', `${LOG}${wrap}h = f(note)`, 'h(1)', 'print(log)')[1]).toBe('data');
  });

  it('change by another name what a function around calls so', () => {
    const first = 'v = list(u)\ndef f():\n    a = v\n    def g(): a.append(1)\n    g()';
    expect(chain('v', first, 'f()', 'print(v)')).toEqual(['update', 'data']);
  });
});

describe('an object that a step makes of one that it is given', () => {
  it('changes that one, and no other copy of what is in it', () => {
    const first = 'v = list(u)\nd = {"a": v}';
    const { length } = warned(first, 'e = {**d}\ne["a"].append(1)\nprint(v)');
    expect(length).toBe(1);
    expect(warned(first, 'e = {**d}\ne["a"].append(1)\nprint(d)')).toEqual([]);
    expect(warned('v = list(u)', 'd = {"a": v}', 'e = {**d}\ne["a"].append(1)', 'print(v)')).toEqual([
      'alias-cut d c2 c3'
    ]);
  });

  it('fits what goes into it by the name of a list', () => {
    const first = 's = StandardScaler()\nm = LinearRegression()\nsteps = [("s", s), ("m", m)]';
    expect(warned(first, 'p = Pipeline(steps)\np.fit(X, y)', 'm.coef_')).toEqual(['alias-cut steps c1 c2']);
    expect(warned(`${first}\np = Pipeline(steps)`, 'p.fit(X, y)', 'm.coef_')).toEqual(['alias-cut p c1 c2']);
    expect(warned(first, 'p = Pipeline(steps)\np.predict(X)', 'm.coef_')).toEqual([]);
  });

  it('is a part of what it is popped from', () => {
    expect(chain('v', 'v = list(u)', 's = [v]\nx = s.pop()\nx.append(1)', 'print(v)')).toEqual([
      'maybe',
      'data'
    ]);
  });
});

describe('a method that a class is asked for', () => {
  it.each([
    ['    @staticmethod\n    def add(x): x.append(1)', []],
    ['    @staticmethod\n    def add(x): return x', []],
    ['    @classmethod\n    def add(cls, x): cls.x = x', ['class-state T c0 c2']],
    [
      '    @classmethod\n    def add(cls, n):\n        def deco(c):\n            cls.x[n] = c\n        return deco',
      ['class-state T c0 c2']
    ]
  ])('changes its class only where its body does: %s', (method, said) => {
    expect(warned(`class T:\n${method}`, 'v = list(u)\nT.add(v)', 'T.add(v)')).toEqual(said);
  });

  it('or where something is set on it', () => {
    expect(warned('class T: pass', 'T.x = 1', 'print(T.x)')).toEqual(['class-state T c1 c2']);
  });
});

it('a table given to a function is sampled from the state of NumPy', () => {
  const first = 'import numpy as np\nnp.random.seed(0)\ndef pick(df): return df.sample(3)';
  expect(chain('weft_random_numpy', first, 'a = pick(df)', 'b = pick(df)')[1]).toBe('update');
  const own = first.replace('sample(3)', 'sample(3, random_state=1)');
  expect(chain('weft_random_numpy', own, 'a = pick(df)', 'b = pick(df)')[1]).toBe(undefined);
});
