import { describe, expect, it } from 'vitest';
import { chain, warned } from './testing/linked';

const CENTRE = 'def f(x):\n    x -= x.mean(axis=0)';

describe('what a function adds to its parameter', () => {
  it.each([
    ['import numpy as np\nv = np.zeros(2)', CENTRE, 'update'],
    ['import pandas as pd\nv = pd.read_csv("a.csv")', CENTRE, 'update'],
    ['v = []', 'def f(x):\n    x += [1]', 'hoist'],
    ['v = list(a)', 'def f(x):\n    x += [1]', 'update'],
    ['v = list(a)', 'def f(x):\n    y = x\n    y += [1]', 'update'],
    ['v = list(a)', 'def g(x):\n    x += [1]\ndef f(x): return g(x)', 'update'],
    ['v = make()', CENTRE, 'maybe'],
    ['v = [a, b]', 'def f(x):\n    for y in x: y += 1', 'maybe']
  ])('changes what it is given: %s, %s', (first, made, kind) => {
    expect(chain('v', `${made}\n${first}`, 'u = f(v)', 'print(v)')).toEqual([kind, 'data']);
  });

  it.each(['v = 1', 'v = "a"', 'v = len(a)'])('or makes another of it: %s', first => {
    const [, next] = chain('v', `${first}\n${CENTRE}`, 'u = f(v)', 'print(v)');
    expect(next).toBeUndefined();
  });
});

describe('what a function is made with', () => {
  it('changes where that is called', () => {
    const first = 'from functools import partial\ndef add(x, y): x.append(y)\nv = []\nadd1 = partial(add, v)';
    expect(warned(first, 'add1(1)', 'print(v)')).toEqual(['alias-cut add1 c1 c2']);
    expect(warned(first.replace('x.append(y)', 'print(x)'), 'add1(1)', 'print(v)')).toEqual([]);
  });

  it('is changed by it as its default', () => {
    const first = 'v = list(u)\ndef add(y, x=v): x.append(y)';
    expect(chain('v', first, 'add(1)', 'print(v)')).toEqual(['maybe', 'data']);
  });
});

describe('adding to what a container holds', () => {
  it.each(['d["t"] += [1]', 'd["t"] += more', 'd["t"] |= {1}', 'for x in a: d["t"] += [x]'])(
    'is seen by its other name, or it is said: %s',
    change => {
      expect(warned('v = []', 'd = {"t": v}', change, 'print(v)')).toEqual(['alias-cut d c2 c3']);
    }
  );

  it.each(['d["n"] += 1', 'd["n"] -= 0.5'])('is mostly counting: %s', change => {
    expect(warned('v = []\nn = 0', 'd = {"n": n, "t": v}', change, 'print(v, n)')).toEqual([]);
  });

  it('makes another number', () => {
    expect(warned('v = 1', 'd = {"t": v}', 'd["t"] += k', 'print(v)')).toEqual([]);
  });
});
