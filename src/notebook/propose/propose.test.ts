import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import type { Notebook } from '../facts';
import { loadAnalyzer } from '../testing/load';
import type { Proposal, Reason } from './proposal';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

interface Tagged {
  source: string;
  tags?: string[];
  seconds?: number;
}

/** Markdown is what begins with `#`; the others are code cells, called by their place among all. */
function propose(...cells: (string | Tagged)[]): Proposal {
  const notebook: Notebook = {
    path: 'a.ipynb',
    language: 'python',
    cells: cells.map((cell, index) => {
      const { source, tags = [], ...rest } = typeof cell === 'string' ? { source: cell } : cell;
      const type = /^#+ /.test(source) ? 'markdown' : 'code';
      return { id: `c${index}`, index, type, source, tags, ...rest };
    })
  };
  return proposeSteps(notebook, analyzer.notebook(notebook));
}

/** `Title: c1 c2` for each step. */
const told = ({ steps }: Proposal): string[] =>
  steps.map(({ title, cells }) => `${title}: ${cells.join(' ')}`);
const whyOf = ({ steps }: Proposal, step: number): Reason['code'][] =>
  steps[step].why.map(({ code }) => code);
const spare = (found: Proposal): string[] =>
  [...found.prelude, ...found.skipped].map(({ cell, why }) => `${cell} ${why.code}`);

const READ = 'df = pd.read_csv("a.csv")';

describe('a constant behind a star import', () => {
  it('stays in the step that imports, where the import would put another in its place', () => {
    const cells = ['from math import *', 'z = sqrt(16) + pi', 'print(z)', 'pi = 3', 'print(pi * 2)'];
    const found = propose(...cells);
    expect(spare(found)).toEqual([]);
    expect(told(found).map(line => line.replace(/^.*: /, ''))).toEqual(['c0 c1 c2 c3 c4']);
  });
});

describe('where a notebook is cut', () => {
  it('by its headings, but not by its title, nor where a section only shows', () => {
    const found = propose(
      '# My work',
      '## Get it',
      READ,
      '## Look',
      'df.head()',
      '## Use it',
      'x = df.a.mean()',
      'print(x)'
    );
    expect(told(found)).toEqual(['Get it: c2 c4', 'Use it: c6 c7']);
    expect(found.steps[1].why).toContainEqual({ code: 'heading', heading: 'Use it' });
    expect(found.steps[0].why).toContainEqual({ code: 'shows', cells: 1 });
  });

  it('lower headings cut among themselves, and not what stands above them', () => {
    const found = propose(
      '# A',
      READ,
      '# B',
      'x = df.sum()',
      '## B 1',
      'y = x + 1',
      '## B 2',
      'z = df.b + x',
      '# C',
      'w = y + z',
      'print(w)'
    );
    expect(told(found)).toEqual(['A: c1', 'B: c3 c5 c7', 'C: c9 c10']);
  });

  it('a step is called after the heading above its first cell, not after one within', () => {
    const reader = ['## Reader', 'rows = (i*i for i in range(5))'];
    const found = propose(...reader, '## First', 'first = next(rows)', '## Rest', 'print(first, list(rows))');
    expect(told(found)).toEqual(['Reader: c1 c3 c5']);
    expect(found.steps[0].why[0]).toEqual({ code: 'heading', heading: 'Reader' });
  });

  it('by what the code does when there are no headings', () => {
    const found = propose(
      'import pandas as pd',
      READ,
      'df.head()',
      'X, y = df.drop(columns="y"), df["y"]',
      'model = SVC()',
      'model.fit(X, y)',
      'print(model.score(X, y))'
    );
    expect(told(found)).toEqual([
      'Load df: c1 c2',
      'Prepare y: c3',
      'Train model: c4 c5',
      'Evaluate model: c6'
    ]);
    expect(whyOf(found, 1)).toEqual(['stage']);
    expect(found.steps[2].why[0]).toEqual({ code: 'trains', call: 'model.fit' });
  });

  it('an import of what the notebook wrote runs behind it, in a step', () => {
    const found = propose(
      '%%writefile h.py\nf = 1',
      'import h',
      READ,
      'm = fit()\nm.fit(df, h.f)',
      'print(m)'
    );
    expect(spare(found)).toEqual([]);
    expect(found.steps[0].cells).toEqual(['c0', 'c1', 'c2']);
    expect(found.steps.length).toBe(2);
  });

  it('models that are compared stay with their evaluation, and come together again', () => {
    const model = (name: string): string[] => [
      `${name} = SVC()\n${name}.fit(X, y)`,
      `p_${name} = ${name}.predict(X)`
    ];
    const found = propose(
      'X, y = make_classification()',
      ...model('a'),
      ...model('b'),
      'both = np.vstack([p_a, p_b])',
      'print(both.mean())'
    );
    expect(told(found).map(line => line.split(': ')[1])).toEqual(['c0', 'c1 c2', 'c3 c4', 'c5 c6']);
    expect(found.steps[3].why[0]).toEqual({ code: 'join', names: ['p_a', 'p_b'] });
  });

  it('what loads a saved model starts afresh', () => {
    const found = propose(
      'X = make_blobs()\nm = KMeans().fit(X)\njoblib.dump(m, "m.jl")',
      'again = joblib.load("m.jl")\nprint(again.n_iter_)'
    );
    expect(whyOf(found, 1)[0]).toBe('afresh');
  });

  it('long functions begin something, and go with what uses them', () => {
    const body = Array.from({ length: 10 }, (_, i) => `    v = v + ${i}`).join('\n');
    const found = propose(
      READ,
      'x = df.a',
      `def change(v):\n${body}\n    return v`,
      'z = change(x)',
      'print(z)'
    );
    expect(found.steps.at(-1)?.cells).toEqual(['c2', 'c3', 'c4']);
    expect(whyOf(found, found.steps.length - 1)).toEqual(['helpers', 'shows', 'own-helpers']);
  });

  it('a cell that ran long is a step', () => {
    const found = propose('a = f()', { source: 'b = g(a)', seconds: 200.4 }, 'print(b)');
    expect(told(found)).toEqual(['Prepare a: c0', 'Prepare b: c1 c2']);
    expect(found.steps[1].why[0]).toEqual({ code: 'slow', seconds: 200 });
  });

  it('never joins what needs a GPU with what does not', () => {
    const found = propose('x = f()', 'y = torch.ones(x).cuda()\nz = y.cpu()', 'w = g(z)', 'print(w)');
    expect(found.steps.map(({ gpu }) => gpu)).toEqual(['none', 'needs', 'none']);
    expect(found.steps.map(({ why }) => why[0].code)).toEqual(['first', 'gpu', 'cpu']);
  });
});

describe('what stays together', () => {
  it('values that cannot be stored, and all that lies between', () => {
    const found = propose(
      '# A',
      'import sqlite3',
      'db = sqlite3.connect("a.db")',
      '# B',
      'x = len("ab")',
      'y = f(x)',
      '# C',
      'rows = db.execute("select 1")\nprint(y)'
    );
    expect(told(found)).toEqual(['A: c2 c4 c5 c7']);
    expect(found.steps[0].why).toContainEqual({ code: 'handle', name: 'db', made: 'sqlite3.connect' });
  });

  it('for a reason that is said once, though it holds several cells', () => {
    const found = propose(
      'import pandas as pd\nfrom tempfile import TemporaryDirectory\ntmp = TemporaryDirectory()',
      '# A',
      'df = pd.DataFrame({"x": range(9)})\nwith open(tmp.name + "/a", "w") as f:\n    f.write("a")',
      '# B',
      'with open(tmp.name + "/a") as f:\n    print(f.read())'
    );
    expect(found.steps[0].why.filter(({ code }) => code === 'handle')).toHaveLength(1);
  });

  it('two names of one object', () => {
    const found = propose(
      '# A',
      'a = f()\nb = a',
      '# B',
      'a.append(1)',
      '# C',
      'c = f(b)\nprint(c, a)',
      '# D',
      'print(c)'
    );
    expect(told(found)).toEqual(['A: c1 c3', 'C: c5 c7']);
    expect(whyOf(found, 0)).toContain('alias');
  });

  it('cells that use a class that changes itself, which elsewhere is as its source says', () => {
    const found = propose(
      'class A:\n    n = 0\n    def __init__(self):\n        A.n += 1',
      '# X',
      'x = f()\nx.append(1)',
      '# Y',
      'a = A()\nb = g(x)',
      '# Z',
      'c = g(b)\nc.append(A.n)',
      '# W',
      'd = g(c)\nd.append(2)\nopen("x", "w").write(d)'
    );
    expect(told(found)).toEqual(['X: c2', 'Y: c4 c6 c8']);
    expect(whyOf(found, 1)).toContain('class-state');
  });

  it('cells that change one object after the other, and those that set what the next ones use', () => {
    const found = propose('n = int("3")', 'x = f(n)', 'x.append(1)', 'x.append(2)', 'print(x)');
    expect(told(found)).toEqual(['Prepare x: c0 c1 c2 c3 c4']);
    expect(found.steps[0].why).toContainEqual({ code: 'changes', name: 'x' });
  });
});

describe('cells in no step', () => {
  it('hold only source, or nothing that has to run', () => {
    const found = propose(
      '!pip install a b==2',
      '%matplotlib inline\nimport numpy as np',
      'np.random.seed(1)',
      'SIZE = 3',
      'def f(v):\n    return v + SIZE',
      '#nothing',
      { source: 'print(1)', tags: ['skip'] },
      'x = (',
      'a = f(1)',
      'old = len("abc")\nolder = old + 1',
      'print(a)'
    );
    expect(spare(found)).toEqual([
      'c1 imports',
      'c2 settings',
      'c3 constants',
      'c4 definitions',
      'c0 installs',
      'c5 empty',
      'c6 tagged',
      'c7 syntax',
      'c9 unread'
    ]);
    expect(found.skipped[0].why).toEqual({ code: 'installs', packages: ['a', 'b==2'] });
    expect(told(found)).toEqual(['Prepare a: c8 c10']);
  });

  it.each([
    'unused = df.groupby("cls").size()',
    'corr = df.select_dtypes("number").corr()',
    'pv = df.pivot_table(index="a", values="b")',
    'tmp = np.log1p(df.b)'
  ])('hold what is only made for a name that nothing reads: %s', source => {
    const found = propose('import numpy as np', READ, source, 'print(df)');
    expect(spare(found)).toEqual(['c0 imports', 'c2 unread']);
  });

  it.each([
    'for one in df:\n    print(one)',
    'x = launch(df)',
    'x = f"{launch()}"',
    'x = df.apply(launch)',
    'df["a"] = 1',
    'x = open("a", "w")',
    'part = df[1:3]\npart *= 2',
    'x = !ls'
  ])('nothing that may have an effect is left out: %s', source => {
    const found = propose(READ, source, 'print(df)');
    expect(found.skipped).toEqual([]);
  });

  it('what hands over a function of the notebook is not left out, for that may show something', () => {
    const told = 'def told(v):\n    print(v)\n    return v.sum()';
    expect(propose(READ, told, 'pv = df.pivot_table(index="a", aggfunc=told)', 'print(df)').skipped).toEqual(
      []
    );
  });

  it.each(['run = wandb.log(df)', 'x = logger.log(df)'])('nor what may log: %s', source => {
    expect(propose(READ, source, 'print(df)').skipped).toEqual([]);
  });

  it('what changes an object that another name stands for is not', () => {
    expect(propose('a = np.ones(3)', 'b = a', 'a *= 0', 'print(b)').skipped).toEqual([]);
    expect(propose('a = f()', 'b = a', 'a += g()', 'print(b)').skipped).toEqual([]);
    expect(propose('a = iter([1, 2])', 'b = list(a)', 'print(list(a))').skipped).toEqual([]);
  });

  it('a source cell runs in its place where what it sets is wanted otherwise above it', () => {
    const threshold = ['n = 3\ndef f(): return n', 'print(f())', 'n = 1', 'print(f())'];
    expect(told(propose(...threshold))).toEqual(['Prepare: c1 c2 c3']);
    const option = ['import pandas as pd', READ + '\ndf', 'pd.set_option("display.precision", 2)', 'df'];
    expect(told(propose(...option))).toEqual(['Load df: c1 c2 c3']);
    const params = [
      'import matplotlib.pyplot as plt',
      'plt.plot(f())',
      'plt.rcParams["a"] = 9',
      'plt.plot(f())'
    ];
    expect(propose(...params).steps[0].cells).toEqual(['c1', 'c2', 'c3']);
  });

  it('a definition that wants at once what a step makes runs in that step', () => {
    const mean = [READ, 'm = df.a.mean()', 'def norm(d, m=m):\n    return d - m', 'print(norm(df.a))'];
    expect(told(propose(...mean))).toEqual(['Load df: c0', 'Prepare m: c1 c2 c3']);
    const size = [READ, 'n = len(df)', 'class A:\n    size = n', 'print(A.size)'];
    expect(told(propose(...size))).toEqual(['Load df: c0', 'Prepare n: c1 c2 c3']);
  });

  it('a setting by a function of the notebook that does more than set is no setting', () => {
    const seed = (more: string): string => `def set_seed(s):\n    np.random.seed(s)${more}`;
    const cells = (more: string) => ['import numpy as np', seed(more), 'set_seed(1)', 'x = f()', 'print(x)'];
    expect(spare(propose(...cells('')))).toContain('c2 settings');
    const tagged = { source: 'set_seed(1)', tags: ['skip'] };
    expect(spare(propose(seed('\n    print(s)'), tagged, 'print(1)'))).toContain('c1 tagged');
    expect(told(propose(...cells('\n    print(s)')))).toEqual(['Prepare x: c2 c3 c4']);
  });

  it('the last cell is the result, whether it is shown or not', () => {
    expect(propose('x = f()', 'y = x.copy()').skipped).toEqual([]);
    expect(spare(propose('x = f()', 'y = x.copy()', 'print(x)'))).toEqual(['c1 unread']);
    expect(spare(propose('n = len("ab")', 'n += 1', 'print(f())'))).toEqual(['c0 unread', 'c1 unread']);
  });

  it('a source cell that the steps around it need in its place is taken in', () => {
    const found = propose('x = f()', 'x = 3', 'x.go()', 'print(x)');
    expect(told(found)).toEqual(['Prepare x: c0 c1 c2 c3']);
  });
});

it('literals of cells tagged parameters are parameters', () => {
  const { parameters, prelude } = propose(
    {
      source: 'rate = 0.5\nsteps: int = 7\nname = "a"\nn, m = 1, 2\nopen_end = None\nk = len("a")',
      tags: ['parameters']
    },
    'print(rate, steps)'
  );
  expect(parameters).toEqual([
    { cell: 'c0', name: 'rate', type: 'number', value: 0.5 },
    { cell: 'c0', name: 'steps', type: 'integer', value: 7 },
    { cell: 'c0', name: 'name', type: 'string', value: 'a' }
  ]);
  expect(prelude).toEqual([]);
});

it('what has no type that a parameter can have becomes none', () => {
  const tagged = (source: string) => propose({ source, tags: ['parameters'] }, 'print(rate, none)');
  expect(tagged('rate = 0.5\nnone = None').prelude[0].why).toEqual({ code: 'parameters', names: ['rate'] });
  expect(tagged('none = None').prelude[0].why).toEqual({ code: 'constants', names: ['none'] });
});

it('a notebook without code has no steps', () => {
  expect(propose('# Words')).toEqual({ steps: [], skipped: [], prelude: [], parameters: [] });
});

describe('shell cells', () => {
  it('stay with their neighbours', () => {
    expect(told(propose('# A', 'x = f()', '# B', '!ls', '# C', 'y = g(x)', 'print(y)'))).toEqual([
      'A: c1 c3',
      'C: c5 c6'
    ]);
    expect(told(propose('!ls', 'x = f()', 'print(x)'))).toEqual(['Prepare x: c0 c1 c2']);
  });

  it('count by what they do when they load or train', () => {
    const found = propose(
      '!wget https://example.com/a.csv',
      'x = sum(1 for _ in open("a.csv"))',
      '!python train.py',
      'print(x)'
    );
    expect(told(found)).toEqual(['Load x: c0 c1', 'Train: c2 c3']);
  });
});
