import { describe, expect, it } from 'vitest';
import { linked, told, warned } from './testing/linked';

const CUT = (name: string) => [`alias-cut ${name} c1 c2`];

describe('what functions of the notebook give', () => {
  it.each([
    ['a name of the notebook', 'a = [1]\ndef get(): return a\nb = get()', 'b.append(2)', 'a', 'b'],
    ['by a lambda', 'a = [1]\nget = lambda: a\nb = get()', 'b.append(2)', 'a', 'b'],
    ['a part of one', 'a = {}\ndef get(n):\n    return a[n]\nb = get(1)', 'b.append(2)', 'a', 'b'],
    ['an argument', 'a = load()\ndef f(d):\n    d["b"] = 2\n    return d\nb = f(a)', 'b["c"] = 3', 'a', 'b'],
    ['by keyword', 'a = load()\ndef f(e, d=1):\n    return d\nb = f(1, d=a)', 'b["c"] = 3', 'a', 'b'],
    ['by a local name', 'a = [1]\ndef f():\n    c = a\n    return c\nb = f()', 'b.append(2)', 'a', 'b'],
    ['in a tuple', 'a = load()\ndef f(d):\n    return d, 1\nb, c = f(a)', 'b["c"] = 3', 'a', 'b'],
    ['itself', 'class B:\n    def add(self, p): return self\na = B()\nb = a.add(1)', 'b.x = 2', 'a', 'b'],
    [
      'an attribute',
      'class B:\n    def get(self): return self.w\na = B()\nb = a.get()',
      'a.w[1] = 2',
      'b',
      'a'
    ],
    [
      'what a method keeps',
      'class B:\n    def new(self, n):\n        c = C(n)\n        self.all[n] = c\n        return c\na = B()\nb = a.new(1)',
      'b.x = 2',
      'a',
      'b'
    ],
    [
      'an argument that a method keeps',
      'class B:\n    def add(self, n):\n        self.all.append(n)\n        return n\na = B()\nb = a.add(C())',
      'b.x = 2',
      'a',
      'b'
    ],
    [
      'what it puts into a name',
      'a = {}\ndef f():\n    c = C()\n    a[1] = c\n    return c\nb = f()',
      'b.x = 2',
      'a',
      'b'
    ],
    ['what contains it', 'a = load()\ndef f(d):\n    return {"k": d}\nb = f(a)', 'a["c"] = 3', 'b', 'a']
  ])('is one object with it: %s', (_, made, change, read, changed) => {
    expect(warned(made, change, `print(${read})`)).toEqual(CUT(changed));
  });

  it.each([
    ['a copy', 'a = load()\ndef f(d):\n    d = d.copy()\n    d["b"] = 2\n    return d\nb = f(a)'],
    ['another object', 'a = load()\ndef f(d):\n    return d.mean()\nb = f(a)'],
    ['the other of a tuple', 'a = load()\ndef f(d):\n    return d, []\nc, b = f(a)'],
    [
      'what was kept before',
      'a = {}\ndef f():\n    c = C()\n    a[1] = c\n    c = C()\n    return c\nb = f()'
    ],
    ['a generator', 'a = load()\ndef f(d):\n    yield d\n    return d\nb = f(a)']
  ])('is not where they give %s', (_, made) => {
    const said = warned(made, 'b["c"] = 3', 'print(a)');
    expect(said.filter(text => text.startsWith('alias-cut'))).toEqual([]);
  });

  it('is no change of what they copied first, but is where they perhaps did not', () => {
    const copy = 'def f(d, c=True):\n    d = d.copy()\n    d["b"] = 2\n    return d';
    const edges = (definition: string) =>
      linked([`a = load()\n${definition}`, 'b = f(a)', 'print(a)']).edges.map(told);
    expect(edges(copy)).toContain('0>2 a data');
    expect(edges(copy.replace('    d = d', '    if c: d = d'))).toContain('1>2 a data');
  });
});

it.each([
  ['a = [1]\nb = SimpleNamespace(k=a)', 'b.k.append(2)'],
  ['a = [1]\nS = namedtuple("S", "p q")\nb = S(a, 2)', 'b.p.append(2)'],
  ['class P(NamedTuple):\n    y: list\na = P([])\nb = a._replace(x=2)', 'b.y.append(2)'],
  ['@dataclass\nclass P:\n    y: list\na = P([])\nb = replace(a, x=2)', 'b.y.append(2)'],
  ['a = [[0] * 3] * 2\nb = a[0]', 'b[1] = 2'],
  ['a = [1]\nb = []\ndef log(): b.append(a)\nlog()', 'b[0].append(2)'],
  ['a = None\ndef setup():\n    global a, b\n    a = [1]\n    b = {"k": a}\nsetup()', 'b["k"].append(2)']
])('one object is in another: %s', (made, change) => {
  const { edges } = linked([made, change, 'print(a)']);
  expect(edges.filter(({ name, from }) => name === 'a' && from === 'c1')).not.toEqual([]);
});

it.each(['max(a, key=len)', 'next(a)', 'random.choice(a)', 'min(a)'])(
  'an item that %s picks may be of a class of the notebook',
  picked => {
    const first =
      'import random\nclass E:\n    def log(self, k):\n        self.scores[k] = 1\na = [E(), E()]';
    const { edges } = linked([`${first}\nb = ${picked}`, 'b.log(1)', 'print(a)']);
    expect(edges.filter(({ name, from }) => name === 'a' && from === 'c1')).not.toEqual([]);
  }
);

it.each(['b = a[0]', 'b = max(a, key=len)', 'b = next(iter(a))'])(
  '%s is cut where a method changes it',
  taken => {
    const first = 'class E:\n    def log(self, k):\n        self.scores[k] = 1\na = [E(), E()]';
    expect(warned(first, taken, 'b.log(1)', 'print(a)')).toEqual(['alias-cut b c2 c3']);
    expect(warned(first, taken, 'b.show(1)', 'print(a)')).toEqual([]);
  }
);
