import { describe, expect, it } from 'vitest';
import { chain, planned, plansApart } from './testing/linked';

const RNG = 'import numpy as np\nrng = np.random.default_rng(3)';

describe('a generator object', () => {
  it.each([
    ['x = rng.integers(10)', 'update'],
    ['x = [rng.normal() for _ in range(2)]', 'update'],
    ['from scipy import stats\na = stats.norm.rvs(random_state=rng)', 'update'],
    ['def noise(n):\n    return rng.normal(size=n)\na = noise(2)', 'update'],
    ['def noise(r):\n    return r.normal()\na = noise(rng)', 'update'],
    ['def noise(r):\n    return r + rng.normal()\na = list(map(noise, [1]))', 'maybe'],
    ['a = simulate(rng)', 'maybe'],
    ['draw = rng.normal\na = draw()', 'update'],
    ['rng.bit_generator', 'data'],
    ['print(rng)', 'data']
  ])('changes with what draws from it: %s', (draw, kind) => {
    const next = kind === 'data' ? undefined : 'update';
    expect(chain('rng', RNG, draw, 'rng.random()')).toEqual([kind, next]);
  });

  it.each(['np.random.RandomState(3)', 'random.Random(3)', 'torch.Generator().manual_seed(3)'])(
    'may be one of %s',
    made => {
      const first = `import numpy as np\nimport random\nimport torch\nrng = ${made}`;
      expect(chain('rng', first, 'a = rng.choice([1, 2])', 'rng.choice([1])')).toEqual(['update', 'update']);
    }
  );

  it('perhaps is what an object of a class draws from', () => {
    const first =
      'class S:\n    def __init__(self, r):\n        self.r = r\n    def draw(self):\n        return self.r.random()\ns = S(r)';
    expect(chain('s', first, 'a = s.draw()', 'b = s.draw()')).toEqual(['maybe', 'maybe']);
  });

  it('is held by what is made to draw from it later', () => {
    const cells = [RNG, 'm = KMeans(random_state=rng)', 'm.fit(X)', 'rng.random()'];
    const [, , , plan] = plansApart(cells);
    const warnings = plansApart(cells)[2].warnings;
    expect(warnings.map(({ rule, name }) => `${rule} ${name}`)).toEqual(['alias-cut m']);
    expect(plan.needs.find(({ name }) => name === 'rng')?.from).toEqual({ group: 2 });
    const plain = ['SEED = 3', 'm = KMeans(random_state=SEED)', 'm.fit(X)', 'SEED'];
    const [, , fit] = plansApart(plain);
    expect([fit.warnings, fit.needs.map(({ name }) => name)]).toEqual([[], ['m', 'X']]);
  });
});

describe('the generator of a module, reached through imports', () => {
  it.each([
    ['weft_random_python', 'import random\nrandom.seed(1)', 'from random import shuffle\nshuffle([1])'],
    ['weft_random_python', 'import random as rd\nrd.seed(1)', 'a = rd.random()'],
    ['weft_random_numpy', 'from numpy.random import rand, seed\nseed(0)', 'a = rand(2)'],
    ['weft_random_numpy', 'import numpy as xp\nxp.random.seed(0)', 'a = xp.random.rand(2)'],
    ['weft_random_numpy', 'import numpy.random as r\nr.seed(0)', 'a = r.rand(2)'],
    ['weft_random_numpy', 'import numpy as np\nnp.random.seed(0)', 'm = SGDClassifier().fit(X, y)'],
    ['weft_random_numpy', 'import numpy as np\nnp.random.seed(0)', 's = cross_val_score(model, X, y)'],
    ['weft_random_numpy', 'import numpy as np\nnp.random.seed(0)', 'a = stats.norm.rvs(size=2)']
  ])('%s is drawn from: %s, %s', (hidden, seed, draw) => {
    const [, next] = chain(hidden, seed, draw, draw);
    expect(next).toBe('update');
  });

  it('is drawn from at each split that shuffles', () => {
    const seed = 'import numpy as np\nnp.random.seed(0)\nkf = KFold(3, shuffle=True)';
    expect(chain('weft_random_numpy', seed, 'a = list(kf.split(X))', 'b = np.random.rand()')[1]).toBe(
      'update'
    );
    const still = seed.replace(', shuffle=True', '');
    expect(chain('weft_random_numpy', still, 'a = list(kf.split(X))', 'np.random.rand()')[1]).toBeUndefined();
  });

  it('leaves alone what is given a generator, or a seed, of its own', () => {
    const seed = 'import numpy as np\nnp.random.seed(0)';
    for (const own of ['SGDClassifier(random_state=0).fit(X, y)', 'x = shuffle(X, random_state=1)']) {
      expect(chain('weft_random_numpy', seed, own, 'np.random.rand()')[1]).toBeUndefined();
    }
  });

  it('shuffles the list it is given', () => {
    expect(chain('l', 'l = list(range(2))', 'from random import shuffle\nshuffle(l)', 'print(l)')).toEqual([
      'update',
      'data'
    ]);
  });
});

describe('a function of a module changes its argument', () => {
  it.each([
    ['import heapq as hq', 'hq.heappush(v, 1)'],
    ['from heapq import heappush as push', 'push(v, 1)'],
    ['import heapq as hq\ndef put(q, x): hq.heappush(q, x)', 'put(v, 1)'],
    ['from heapq import heappush as push\ndef put(q, x): push(q, x)', 'put(v, 1)'],
    ['import numpy as xp', 'xp.put(v, [0], 1)'],
    ['import random as rd', 'a = rd.shuffle(v)'],
    ['import heapq as hq\nclass Q:\n    def heappush(self, x): pass', 'hq.heappush(v, 1)']
  ])('under any name that an import gives it: %s, %s', (imports, change) => {
    expect(chain('v', `${imports}\nv = list(x)`, change, 'print(v)')).toEqual(['update', 'data']);
  });

  it('and no function of an object that is called like it', () => {
    const first = 'class Q:\n    def heappush(self, x): pass\nhq = Q()\nv = list(x)';
    expect(chain('v', first, 'hq.heappush(v, 1)')).toEqual(['data']);
    expect(chain('v', 'import heapq as hq\nv = list(x)', 'def f(hq):\n    hq.heappush(v, 1)\nf(q)')).toEqual([
      'data'
    ]);
  });
});

const method = (name: string): string =>
  `class V:\n    def __init__(self):\n        self.l = []\n    def ${name}(self, *x):\n        self.l.append(x)\nv = V()`;

describe('an object is changed', () => {
  it.each([
    ['__call__', 'v(2)', 'update'],
    ['__lshift__', 'v << 3', 'update'],
    ['__enter__', 'with v:\n    pass', 'update'],
    ['other', 'v(2)', 'maybe'],
    ['other', 'n = v(2)', 'data']
  ])('by its method %s: %s', (name, change, kind) => {
    const [first, next] = chain('v', method(name), change, 'print(v.l)');
    expect([first, next]).toEqual([kind, kind === 'data' ? undefined : 'data']);
  });

  it.each([
    ['list(map(log.append, [1]))', 'maybe'],
    ['[log.insert(0, i) for i in range(2)]', 'update'],
    ['u = [x for x in [1] if x in log or log.append(x)]', 'update'],
    ['add(1)', 'update'],
    ['def note(k):\n    log.append(k)\nlist(map(note, [1]))', 'maybe'],
    [
      'import functools\ndef note(k):\n    log.append(k)\nfunctools.reduce(lambda a, k: note(k), [1])',
      'update'
    ],
    ['a = list(map(log.index, [1]))', 'data']
  ])('through %s', (change, kind) => {
    const cells = ['log = list()\nadd = log.append', change, 'print(log)'];
    expect(chain('log', ...cells)).toEqual([kind, kind === 'data' ? undefined : 'data']);
  });

  it('by a method with a name of its own: both in one step, or it is said', () => {
    const cells = ['log = []\nadd = log.append', 'add(1)', 'print(log)'];
    const rules = (...groups: number[][]): string[] =>
      planned(cells, groups).flatMap(({ warnings }) => warnings.map(({ rule }) => rule));
    expect([rules([0], [1], [2]), rules([0, 1], [2])]).toEqual([['alias-cut'], []]);
  });
});

describe('an array and a view of it', () => {
  const cut = (first: string, ...cells: string[]): string[] =>
    plansApart([`import numpy as np\n${first}`, ...cells, 'print(a)']).flatMap(({ warnings }) =>
      warnings.map(({ rule, name }) => `${rule} ${name}`)
    );

  it.each(['a[2:]', 'a[0]', 'a[:, 1]', 'a.T', 'a.reshape(-1)', 'np.ravel(a)', 'a[1:].ravel()'])(
    'change together, so that it is said where they do not meet: %s',
    view => {
      expect(cut('a = np.arange(6.)', `b = ${view}`, 'b[0] = 1')).toEqual(['alias-cut b']);
      expect(cut('a = np.arange(6.)', `b = ${view}`, 'print(b)')).toEqual([]);
    }
  );

  it.each([
    ['a = np.arange(6.)', 'a[a > 2]'],
    ['a = np.arange(6.)', 'a[[1, 2]]'],
    ['a = np.arange(6.)', 'a[2:].copy()'],
    ['a = list(range(6))', 'a[2:]'],
    ['import pandas as pd\na = pd.read_csv("a.csv")', 'a[2:]']
  ])('are not what a copy is: %s, %s', (first, copy) => {
    expect(cut(first, `b = ${copy}`, 'b[0] = 1')).toEqual([]);
  });

  it('are unlike a list and an item of it', () => {
    expect(cut('a = [[1], [2]]', 'b = a[0]', 'b.append(1)')).toEqual(['alias-cut b']);
  });

  it('change the array of the same step', () => {
    expect(
      chain('a', 'import numpy as np\na = np.arange(6.)', 'v = a.ravel()\nv[:] = 0', 'print(a)')
    ).toEqual(['maybe', 'data']);
  });
});
