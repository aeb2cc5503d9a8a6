import { describe, expect, it } from 'vitest';
import { chain, linked, told, warned } from './testing/linked';

describe('reading changes', () => {
  const INDEX = 'from collections import defaultdict\nd = defaultdict(list)\ndef find(k): return d[k]';
  const CLASS =
    'class A:\n    @property\n    def next(self):\n        self.n += 1\n        return self.n\n    @cached_property\n    def data(self): return load()\n    @property\n    def size(self): return self.n\n    def __getitem__(self, k):\n        self.last = k\na = A()';

  it.each([
    ['d', INDEX, 'd["a"]'],
    ['d', INDEX, 'x = d["a"]'],
    ['d', INDEX, 'print([d[k] for k in ks])'],
    ['d', INDEX, 'find("a")'],
    ['a', CLASS, 'x = a.next + 1'],
    ['a', CLASS, 'print(f"{a.next}")'],
    ['a', CLASS, 'x = a.data'],
    ['a', CLASS, 'x = a.data[0]'],
    ['a', CLASS, 'a["k"]']
  ])('%s by %s, %s', (name, first, use) => {
    const [how, next] = chain(name, first, use, `print(${name})`);
    expect([how === 'update' || how === 'maybe' || use === 'find("a")', next]).toEqual([true, 'data']);
  });

  it.each([
    ['d', INDEX.replace('defaultdict(list)', 'dict(u)'), 'd["a"]'],
    ['d', INDEX, 'd.get("a")'],
    ['d', INDEX, 'len(d)'],
    ['d', INDEX, 'for k in sorted(d): x = d[k]'],
    ['a', CLASS, 'x = a.size'],
    ['a', CLASS, 'x = a.n'],
    ['a', `${CLASS}\nimport pandas as pd\na = pd.read_csv("a.csv")`, 'x = a.next; a["k"]']
  ])('and not %s by %s, %s', (name, first, use) => {
    expect(chain(name, first, use, `print(${name})`)).toEqual(['data', undefined]);
  });
});

describe('what a class has of the notebook', () => {
  it.each(['T.c["x"] = 1', 't = T()\nt.c["x"] = 1'])('changes by it: %s', change => {
    const cells = ['c = {"x": 0}', 'class T:\n    c = c', change, 'print(c)'];
    expect(linked(cells).edges.map(told)).toContain('2>3 c data');
  });

  it('changes by an object of it, which is a copy where another step made it', () => {
    const cells = ['c = {"x": 0}', 'class T:\n    c = c\nt = T()', 't.c["x"] = 1', 'print(c)'];
    expect(warned(...cells)).toEqual(['alias-cut t c2 c3']);
  });

  it('stays where an attribute is set anew', () => {
    expect(warned('c = {"x": 0}', 'class T:\n    c = c', 't = T()\nt.c = 1', 'print(c)')).toEqual([]);
  });
});
