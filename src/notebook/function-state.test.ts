import { describe, expect, it } from 'vitest';
import { chain, warned } from './testing/linked';

const factory = (state: string, change: string): string =>
  `def make():\n    ${state}\n    def step(x=1):\n        ${change}\n        return x\n    return step\nf = make()`;

describe('a function that another one made', () => {
  it.each([
    ['n = 0', 'nonlocal n; n += x'],
    ['seen = []', 'seen.append(x)'],
    ['seen = {"n": 0}', 'seen["n"] += 1'],
    ['', 'step.calls = x']
  ])('is changed by a call where it keeps a state: %s, %s', (state, change) => {
    expect(chain('f', factory(state, change), 'a = f()', 'print(f())')).toEqual(['update', 'update']);
    expect(chain('f', factory(state, change), 'a = list(map(f, [1]))', 'f()')).toEqual(['maybe', 'update']);
  });

  it.each([
    ['n = 0', 'x = x + n'],
    ['seen = []', 'seen = [x]; seen.append(x)'],
    ['cache = {}', 'if x not in cache: cache[x] = x * 2']
  ])('and not where it keeps none: %s, %s', (state, change) => {
    expect(chain('f', factory(state, change), 'a = f()')).toEqual(['data']);
  });

  it('is none that only its maker calls', () => {
    const walk = 'def walk(t):\n    out = []\n    def visit(n): out.append(n)\n    visit(t)\n    return out';
    expect(chain('f', `${walk}\nf = walk(1)`, 'a = f()')).toEqual(['data']);
  });
});

describe('a decorated function', () => {
  const counted =
    'def counted(f):\n    def w(*a):\n        w.calls += 1\n        return f(*a)\n    w.calls = 0\n    return w';

  it('changes itself where what its decorator gives keeps a state', () => {
    expect(warned(`${counted}\n@counted\ndef g(x): return x`, 'a = g(1)', 'print(g.calls)')).toEqual([
      'class-state g c0 c2'
    ]);
    expect(
      warned(counted.replace('w.calls += 1', 'pass') + '\n@counted\ndef g(): pass', 'g()', 'g()')
    ).toEqual([]);
  });

  it('has a cache that is seen only where it is asked for', () => {
    const cached = 'from functools import lru_cache\n@lru_cache(maxsize=None)\ndef g(x): return x';
    expect(warned(cached, 'a = g(1)', 'b = g(2)', 'print(g.cache_info())', 'c = g(3)')).toEqual([
      'class-state g c0 c3'
    ]);
    expect(warned(cached, 'a = g(1)', 'g.cache_clear()')).toEqual(['class-state g c0 c2']);
    expect(warned(cached, 'a = g(1)', 'b = g(1)')).toEqual([]);
  });
});
