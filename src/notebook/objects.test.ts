import { describe, expect, it } from 'vitest';
import { linked, warned } from './testing/linked';

/** How the cell in the middle uses what the first makes, by name. */
function changed(before: string, change: string): Record<string, string> {
  const { edges } = linked([before, change]);
  return Object.fromEntries(
    edges.filter(({ name }) => /^[a-e]$/.test(name)).map(({ name, kind }) => [name, kind])
  );
}

const FRAMES = 'import pandas as pd\na = pd.DataFrame()\nb = pd.DataFrame()';
const MADE = 'a = make()\nb = make()';

describe('what a loop does to its items', () => {
  it.each([
    ['for x in [a, b]: x["s"] = x.y ** 2', 'update'],
    ['for x in (a, b): x.fit(1)', 'update'],
    ['for x in {"k": a, "l": b}.values(): x.fit(1)', 'update'],
    ['for n, x in [("k", a), ("l", b)]: x.fit(1)', 'update'],
    ['for i, x in enumerate([a, b]): x.v = i', 'update'],
    ['for x, y in zip(a, b):\n    x.v = 1\n    y.v = 2', 'update'],
    ['[x.update({1: 2}) for x in (a, b)]', 'update'],
    ['[x.append(1) for y in [a, b] for x in y]', 'update'],
    ['for x in (a, b): x += 1', 'maybe'],
    ['for x in a + b: x.v = 1', 'update'],
    ['for x in [a, *b]: x.v = 1', 'update'],
    ['for x in list(a) + sorted(b): x.v = 1', 'update'],
    ['for x in [y for y in [a, b] if y]: x.v = 1', 'update'],
    ['def f(d): d["z"] = 1\nfor x in [a, b]: f(x)', 'update'],
    ['def f(d): d["z"] = 1\n[f(x) for x in [a, b]]', 'update'],
    ['(a if c else b).append(1)', 'maybe']
  ])('is done to what they are: %s', (source, kind) => {
    expect(changed(MADE, source)).toEqual({ a: kind, b: kind });
  });

  it.each([
    'for x in [a, b]: print(x)',
    'for x in [a, b]: x = x.dropna()',
    'for x in [a, b]: y = x.frob()',
    'x = [a, b]\nx.append(1)',
    'x = [a, b]\nx[0] = 1',
    'for n, x in zip("ab", [a, b]): n += 1'
  ])('or is not: %s', source => {
    expect(changed(MADE, source)).toEqual({ a: 'data', b: 'data' });
  });

  it('is known of names that no method changes but those that are known to', () => {
    expect(changed(FRAMES, 'for x in [a, b]: x.frob()')).toEqual({ a: 'data', b: 'data' });
    expect(changed('a = 1\nb = 2', 'for x in (a, b): x += 1')).toEqual({ a: 'hoist', b: 'hoist' });
  });
});

describe('what is taken out of an object', () => {
  it.each([
    ['for k, v in a.items(): v.append(k)', 'update'],
    ['for v in a.values(): v.append(1)', 'update'],
    ['for i, v in enumerate(a): v.x = i', 'update'],
    ['for v in reversed(a): v.x = 1', 'update'],
    ['for v in sorted(a): v.x = 1', 'update'],
    ['for v in list(a): v.x = 1', 'update'],
    ['for n, v in tqdm(a.items()): v.fit(1)', 'update'],
    ['for i, (n, v) in enumerate(a.items()): v.fit(1)', 'update'],
    ['for p in a.parameters(): p.requires_grad = False', 'update'],
    ['a.get("k").append(1)', 'update'],
    ['x = a.get("k")\nx.append(1)', 'maybe'],
    ['x = a.get("k", [])\nx[0] = 1', 'maybe'],
    ['x = list(a)\nx[0].append(1)', 'maybe'],
    ['x = next(iter(a.values()))\nx.append(1)', 'maybe'],
    ['x, _ = a\nx.append(1)', 'maybe'],
    ['def f(y):\n    x = y\n    while x.next: x = x.next\n    x.next = 1\nf(a)', 'maybe'],
    ['match a:\n    case [x, *y]: x.append(1)', 'maybe']
  ])('is a part of it: %s', (source, kind) => {
    expect(changed('a = make()', source)).toEqual({ a: kind });
  });

  it.each([
    'x = list(a)\nx.append(1)',
    'x = sorted(a)\nx.reverse()',
    'for k, v in a.items(): k.frob()',
    'for g, v in a.groupby("k"): v["s"] = 1',
    'x = a.copy()\nx.loc[0, "s"] = 1'
  ])('or is new: %s', source => {
    expect(changed('a = make()', source)).toEqual({ a: 'data' });
  });
});

describe('what a name contains', () => {
  it.each([
    'c = [a, b]\nfor x in c: x["z"] = 1',
    'c = {"k": a, "l": b}\nfor n, x in c.items(): x.fit(1)',
    'c = dict(k=a, l=b)\nc["k"].fit(1)',
    'c = [("k", a), ("l", b)]\nfor n, x in c: x.fit(1)',
    'c = [[a], [b]]\nc[0][0].append(1)'
  ])('perhaps changes with it: %s', source => {
    expect(changed(MADE, source)).toEqual({ a: 'maybe', b: 'maybe' });
  });
});

const HOLDER = `class Holder:
    def __init__(self, d): self.d = d
    def take(self): self.d.append(1)
    def keep(self, d): self.d = d`;
const kid = (constructor: string, parameters = 'self, d'): string =>
  `${HOLDER}\nclass Kid(Holder):\n    def __init__(${parameters}): ${constructor}\na = []`;
const FIELDS =
  'from dataclasses import dataclass\n@dataclass\nclass A:\n    n: int\n@dataclass\nclass B(A):\n    d: list\na = []';
const KEPT = 'from dataclasses import dataclass\n@dataclass\nclass Kept:\n    n: int\n    d: list';

const NODE = 'class Node:\n    def __init__(self, next=None): self.next = next';

const PLAYERS = 'a = [{"n": "x"}, {"n": "y"}]\n';
const NUMPY = 'import numpy as np\n';

describe('names that steps get as copies of one object, or of its parts', () => {
  it.each([
    ['a = make()', 'c = [a]', 'for x in c: x["z"] = 1', 'print(a)', 'alias-cut c c2 c3'],
    ['a = [1]', 'c = [a]', 'c[0].append(5)', 'print(a)', 'alias-cut c c2 c3'],
    ['a = [3, 1]', 'c = [a, a]', 'a.sort()', 'print(c)', 'alias-cut a c2 c3'],
    ['a = [3, 1]', 'c = (a, 1)\nx, _ = c', 'x.append(0)', 'print(a)', 'alias-cut x c2 c3'],
    ['a = [3, 1]', 'd = {}\nd["k"] = a', 'd["k"].append(2)', 'print(a)', 'alias-cut d c2 c3'],
    ['a = [3, 1]', 'c = []\nc.append(a)', 'a.append(2)', 'print(c)', 'alias-cut a c2 c3'],
    [
      'a = make()',
      'c = {}\nfor n, x in [("k", a)]: c[n] = x',
      'c["k"].fit(2)',
      'print(a)',
      'alias-cut c c2 c3'
    ],
    [`${HOLDER}\na = []`, 'c = Holder(a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [`${HOLDER}\na = []`, 'c = Holder(d=a)', 'c.take()', 'print(a)', 'alias-cut c c2 c3'],
    [`${HOLDER}\na = []`, 'c = Holder(1)\nc.keep(a)', 'a.append(1)', 'print(c)', 'alias-cut a c2 c3'],
    [
      `${HOLDER}\nclass Kid(Holder): pass\na = []`,
      'c = Kid(a)',
      'c.d.append(1)',
      'print(a)',
      'alias-cut c c2 c3'
    ],
    [kid('super().__init__(d)'), 'c = Kid(a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [kid('super(Kid, self).__init__(d=d)'), 'c = Kid(a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [
      kid('Holder.__init__(self, d)', 'self, n, d'),
      'c = Kid(1, a)',
      'c.d.append(1)',
      'print(a)',
      'alias-cut c c2 c3'
    ],
    [kid('self.keep(d)'), 'c = Kid(a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [FIELDS, 'c = B(1, a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [`${KEPT}\na = []`, 'c = Kept(1, a)', 'c.d.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    [
      'def put(x, y): y.append(x)\na = []\nc = []',
      'put(a, c)',
      'a.append(1)',
      'print(c)',
      'alias-cut a c2 c3'
    ],
    [
      'def put(x, y): y.append(x)\na = []\nc = []\ndo = put',
      'do(y=c, x=a)',
      'a.append(1)',
      'print(c)',
      'alias-cut a c2 c3'
    ],
    [
      'from types import SimpleNamespace\na = SimpleNamespace(b=SimpleNamespace(c=0))',
      'b = a.b',
      'b.c = 1',
      'print(a)',
      'alias-cut b c2 c3'
    ],
    [
      'from collections import defaultdict\na = defaultdict(list)',
      'b = a["x"]',
      'b.append(1)',
      'print(dict(a))',
      'alias-cut b c2 c3'
    ],
    [
      'from sklearn.pipeline import Pipeline\na = Pipeline([("m", 1)])',
      'b = a.named_steps["m"]',
      'b.alpha = 1',
      'print(a)',
      'alias-cut b c2 c3'
    ],
    ['a = {"k": {"l": {}}}', 'b = a["k"]\nb = b["l"]', 'b["n"] = 1', 'print(a)', 'alias-cut b c2 c3'],
    ['a = {"k": {"l": {}}}', 'b = a["k"]\nc = b["l"]', 'c["n"] = 1', 'print(a)', 'alias-cut c c2 c3'],
    [
      `${NODE}\na = Node(Node())`,
      'b = a\nwhile b.next: b = b.next',
      'b.x = 1',
      'print(a)',
      'alias-cut b c2 c3'
    ],
    [`${PLAYERS}b, d = a`, 'c = {p["n"]: p for p in a}', 'c["y"]["s"] = 1', 'print(d)', 'alias-cut c c2 c3'],
    [`${PLAYERS}c = [*a]`, 'b, d = a', 'd["s"] = 1', 'print(c)', 'alias-cut d c2 c3'],
    [`${NUMPY}a = [{"k": np.zeros(2)}]`, 'b = a[0]["k"]', 'b += 1', 'print(a)', 'alias-cut b c2 c3'],
    [`${NUMPY}a = [np.zeros(2) for i in "ab"]`, 'b, c = a', 'b += 1', 'print(a)', 'alias-cut b c2 c3'],
    [`${NUMPY}b = np.zeros(2)\na = (b, 1)`, 'c = a[0]', 'c -= 1', 'print(a)', 'alias-cut c c2 c3'],
    [`${NUMPY}a = np.ones((4, 4))`, 'b = a[1:3, 0]', 'b *= 2', 'print(a)', 'alias-cut b c2 c3'],
    [
      'from sklearn.model_selection import KFold\nimport numpy as np\na = np.random.RandomState(0)',
      'c = KFold(2, shuffle=True, random_state=a)',
      'b = list(c.split([1, 2]))',
      'a.randint(9)',
      'alias-cut c c2 c3'
    ],
    ['a = []', 'b = a\nc = b', 'c.append(1)', 'print(a)', 'alias-cut c c2 c3'],
    ['a = [3, 1]', 'c = {"k": [a]}\nd = c["k"]', 'd[0].append(0)', 'print(a)', 'alias-cut d c2 c3']
  ])('%j, %j, %j, %j', (...cells) => {
    expect(warned(...cells.slice(0, 4))).toContain(cells[4]);
  });

  it('by the classes that a class was made from, whatever their names are now', () => {
    const bases = ['class Kid(Holder): pass', 'class Holder(Kid): pass\na = []'];
    const uses = ['c = Holder(a)', 'c.d.append(1)', 'print(a)'];
    expect(warned(HOLDER, ...bases, ...uses)).toContain('alias-cut c c4 c5');
  });

  it.each([
    ['a = make()', 'c = [a]', 'c.append(1)', 'print(a)'],
    ['import pandas as pd\na = pd.DataFrame()', 'c = list(a.columns)', 'a["z"] = 1', 'print(c)'],
    ['a = make()', 'c = f([a])', 'c[0] = 1', 'print(a)'],
    ['a = make()', 'c = read()\nc["z"] = a', 'a.sort()', 'print(c)'],
    [kid('super().__init__(len(d))'), 'c = Kid(a)', 'c.d.append(1)', 'print(a)'],
    [kid('super().__init__(d)', 'self, n, d'), 'c = Kid(a, 1)', 'c.d.append(1)', 'print(a)'],
    [`${HOLDER}\na = []`, 'c = Holder(len(a))', 'a.append(1)', 'print(c)'],
    [PLAYERS, 'b, c = a', 'b["s"] = 1', 'print(c)'],
    [`${PLAYERS}b = [p for p in a]\nc = list(a)`, 'b.append(1)', 'b[0] = 1', 'print(c)'],
    ['a = [1, 2]', 'b, c = a', 'b += 1', 'print(a)'],
    [`${NUMPY}a = np.ones(3)`, 'b = a[0]', 'b += 1', 'print(a)'],
    [`${NUMPY}a = [np.ones(3)]`, 'b = len(a[0])', 'b += 1', 'print(a)'],
    [
      'import pandas as pd\na = pd.DataFrame()',
      'b = a["x"]\nb = b["y"]\nc = b["z"]',
      'b.sort()\nc.sort()',
      'print(a)'
    ]
  ])('not of %j, %j, %j, %j', (...cells) => {
    expect(warned(...cells)).toEqual([]);
  });
});
