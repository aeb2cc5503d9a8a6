import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import type { StepPlan } from './step-facts';
import { planSteps } from './links/plan';
import { loadAnalyzer } from './testing/load';
import { analyzed, plansOf } from './testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const plan = (cells: string[], ...groups: number[][]): StepPlan[] => plansOf(analyzer, cells, groups);

const sources = ({ prelude }: StepPlan): string[] => prelude.map(({ source }) => source);
const needs = (step: StepPlan): string[] =>
  step.needs.map(
    ({ name, kind, from }) => `${name} ${kind} ${JSON.stringify(from)?.replace(/"/g, '') ?? 'nowhere'}`
  );

describe('needs', () => {
  it('names the group, the cell in no group, or nowhere', () => {
    const [step] = plan(['a = f()', 'b = f()', 'print(a, b, c)'], [2], [0]);
    expect(needs(step)).toEqual(['a data {group:1}', 'b data {cell:c1}', 'c data nowhere']);
    expect(step.needs[0]).toMatchObject({
      write: { cell: 'c0', line: 1 },
      read: { cell: 'c2', line: 1 },
      stale: false,
      soft: false
    });
  });

  it('are met inside the step where they can be, whatever order the cells are given in', () => {
    expect(needs(plan(['x = f()', 'y = x', 'y'], [2, 0, 1])[0])).toEqual(['f data nowhere']);
  });

  it('come from the last step that changed the object, never from one that only read it', () => {
    const [, , , last] = plan(['d = f()', 'd["a"] = 1', 'print(d)', 'd'], [0], [1], [2], [3]);
    expect(needs(last)).toEqual(['d data {group:1}']);
  });

  it('pass over a cell in no step that only perhaps changed the object', () => {
    expect(needs(plan(['d = f()', 'd.frob()', 'd'], [0], [2])[1])).toEqual(['d data {group:0}']);
    expect(needs(plan(['d = f()', 'd["a"] = 1', 'd'], [0], [2])[1])).toEqual(['d data {cell:c1}']);
  });

  it('include what a copied function reads late, in its version at the use', () => {
    const [, step] = plan(['k = f()', 'def g(): return k', 'k = h()', 'g()'], [0, 2], [3]);
    expect(needs(step)).toEqual(['k data {group:0}']);
    expect(sources(step)).toEqual(['def g(): return k']);
  });

  it('bring what is set on a class of a library along', () => {
    const cells = [
      'import pandas as pd\ndf = pd.DataFrame()',
      'pd.DataFrame.shout = lambda self: 1',
      'df.shout()'
    ];
    expect(sources(plan(cells, [0], [2])[1])).toEqual([
      'import pandas as pd',
      'pd.DataFrame.shout = lambda self: 1'
    ]);
  });

  it('leave out what code goes on without, and keep the edge where it is there', () => {
    const guarded = (caught: string): string => `try:\n    cache\nexcept ${caught}:\n    cache = {}`;
    expect(needs(plan([guarded('NameError')], [0])[0])).toEqual([]);
    expect(needs(plan([guarded('(KeyError, NameError)')], [0])[0])).toEqual([]);
    expect(needs(plan([guarded('KeyError')], [0])[0])).toEqual(['cache data nowhere']);
    expect(needs(plan(['cache = f()', guarded('NameError')], [0], [1])[1])).toEqual(['cache data {group:0}']);
    const gone = ['x = f()\ndel x', 'try:\n    print(x)\nexcept NameError:\n    print("gone")'];
    expect(plan(gone, [0], [1])[1]).toMatchObject({ needs: [], problems: [] });
  });

  it('are soft where code of the step that cannot be followed may have made them', () => {
    const [whole] = plan(["exec('q = 5')", 'print(q)'], [0, 1]);
    expect(whole.needs).toMatchObject([{ name: 'q', soft: true }]);
    const [, apart] = plan(["exec('q = 5')", 'print(q)'], [0], [1]);
    expect(apart.needs).toMatchObject([{ name: 'q', soft: false }]);
  });

  it('tell files apart from names', () => {
    expect(needs(plan(['open("a", "w")', 'open("a")'], [0], [1])[1])).toEqual(['a file {group:0}']);
  });

  it('tell who must be done with a file before it is changed or removed', () => {
    const cells = [
      'with open("a", "w") as f: f.write("1")',
      'print(open("a").read())',
      'open("a", "a").write("2")',
      'from pathlib import Path\nPath("a").read_text()',
      'import os\nos.remove("a")'
    ];
    const [, , append, read, remove] = plan(cells, [0], [1], [2], [3], [4]);
    expect(needs(append)).toEqual(['a file {group:0}', 'a order {group:1}']);
    expect(needs(read)).toEqual(['a file {group:2}']);
    expect(needs(remove)).toEqual(['a order {group:2}', 'a order {group:3}']);
    expect(plan(cells, [0], [1, 3], [2])[1].clashes).toMatchObject([{ name: 'a', write: { cell: 'c2' } }]);
  });

  it('leave shell text and names given by IPython alone', () => {
    expect(plan(['!echo $HOME\ndisplay(1)'], [0])[0].needs).toEqual([]);
  });

  it('are soft where the step binds the name perhaps', () => {
    const [, step] = plan(['x = f()', 'if 1 > 0:\n    x = 2', 'x'], [0], [1], [2]);
    expect(step.needs).toMatchObject([{ name: 'x', kind: 'maybe', soft: true }]);
  });
});

describe('clashes', () => {
  const clashes = (cells: string[], ...groups: number[][]): string[] =>
    plan(cells, ...groups)[0].clashes.map(({ name, write, read }) => `${name} ${write.cell} ${read.cell}`);

  it('tell of a value made elsewhere after the step made its own', () => {
    expect(clashes(['x = f()', 'x = g()', 'print(x)'], [0, 2], [1])).toEqual(['x c1 c2']);
    expect(clashes(['x = f()', 'x["a"] = 1', 'print(x)'], [0, 2], [1])).toEqual(['x c1 c2']);
  });

  it('tell of a constant set anew elsewhere, but not of an import repeated', () => {
    expect(clashes(['n = 1', 'n = 2', 'print(n)'], [0, 2])).toEqual(['n c1 c2']);
    expect(clashes(['import a', 'import a', 'a.b'], [0, 2])).toEqual([]);
  });

  it('tell of a constant that a star import before it, which runs with the step, would put another in the place of', () => {
    const cells = ['from math import *', 'z = sqrt(16) + pi', 'pi = 3', 'print(pi)'];
    expect(clashes(cells, [0, 1, 3])).toEqual(['pi c2 c3']);
    expect(clashes(cells, [0, 1, 2, 3])).toEqual([]);
    expect(clashes(cells, [3], [0, 1])).toEqual([]);
    expect(clashes(['from math import *', 'def floor(x): return 7', 'floor(2)'], [0, 2])).toHaveLength(1);
    expect(clashes(['from settings import *', 'batch = 3', 'print(batch)'], [0, 2])).toHaveLength(1);
    expect(clashes(['from torch.nn import *', 'batch = 3', 'print(batch)'], [0, 2])).toEqual([]);
  });

  it('tell of a constant or a definition set anew between two reads, also where functions read it', () => {
    const threshold = ['n = 3\ndef f(): return n', 'print(f())', 'n = 1', 'print(f())'];
    expect(clashes(threshold, [1, 3])).toEqual(['n c2 c3']);
    expect(clashes(threshold, [1, 2, 3])).toEqual([]);
    expect(clashes(threshold, [1], [3])).toEqual([]);
    expect(clashes(['n = 3', 'print(n)', 'n = 3', 'print(n)'], [1, 3])).toEqual([]);
    expect(clashes(['def f(): return 1', 'f()', 'def f(): return 2', 'f()'], [1, 3])).toEqual(['f c2 c3']);
    expect(clashes(['n = 3', 'print(n)', 'n = 1', 'def f(m=n): return m', 'f()'], [1, 4])).toEqual([
      'n c2 c4'
    ]);
    expect(clashes(['n = 3', 'print(n)', 'n = g()', 'print(n)'], [1, 3], [2])).toEqual(['n c2 c3']);
    expect(clashes(['n = g()', 'print(n)', 'n = 3', 'print(n)'], [1, 3], [0])).toEqual(['n c2 c3']);
    expect(clashes(['n = 3', 'def f(): return n', 'n = 1', 'f()'], [1, 3])).toEqual([]);
  });

  it('tell of a definition that wants at once what the step makes, and that would be copied above it', () => {
    const mean = ['m = g()', 'def f(d=m): return d', 'f()'];
    expect(clashes(mean, [0, 2])).toEqual(['f c1 c2']);
    expect(clashes(mean, [0, 1, 2])).toEqual([]);
    expect(clashes(mean, [2], [0])).toEqual([]);
    expect(clashes(['n = g()', 'class A:\n    size = n', 'A.size'], [0, 2])).toEqual(['A c1 c2']);
    expect(clashes(['n = g()', 'def f(): return n', 'f()'], [0, 2])).toEqual([]);
  });

  it('tell of two values of one name', () => {
    expect(clashes(['x = f()', 'print(x)', 'x = g()', 'print(x)'], [1, 3], [0], [2])).toEqual(['x c2 c3']);
  });

  it('leave out what nothing makes, and what is read before it is made', () => {
    expect(clashes(['x = f()', 'print(x)', 'del x', 'print(x)'], [1, 2, 3], [0])).toEqual([]);
    const [step] = plan(['def g(): return k', 'k = f()', 'g()'], [0, 2], [1]);
    expect([step.clashes, needs(step)]).toEqual([[], ['k data {group:1}']]);
  });

  it('are none where one value will do', () => {
    expect(clashes(['x = f()', 'print(x)', 'print(x)\nx = 1', 'print(x)'], [1, 2, 3], [0])).toEqual([]);
  });
});

describe('prelude', () => {
  it('copies statements in notebook order with all they need in turn', () => {
    const cells = [
      'import numpy as np; junk = f()\nimport os\nfrom functools import cache',
      'RATE = 0.1',
      '@cache\ndef scale(x):\n    return helper(x) * RATE',
      'from functools import partial\ndef helper(x): return np.log(x)',
      'scale(1)'
    ];
    const [step] = plan(cells, [4]);
    expect(sources(step)).toEqual([
      'import numpy as np',
      'from functools import cache',
      'RATE = 0.1',
      '@cache\ndef scale(x):\n    return helper(x) * RATE',
      'def helper(x): return np.log(x)'
    ]);
    expect(step.prelude[3]).toMatchObject({ cell: 'c2', startLine: 1, endLine: 3 });
  });

  it('brings the settings of the modules the step uses, and no others', () => {
    const cells = [
      'import numpy as np\nimport torch\nimport warnings\nnp.random.seed(0)\ntorch.manual_seed(0)',
      'warnings.filterwarnings("ignore", category=FutureWarning)',
      'np.zeros(1)'
    ];
    expect(sources(plan(cells, [2])[0])).toEqual([
      'import numpy as np',
      'import warnings',
      'np.random.seed(0)',
      'warnings.filterwarnings("ignore", category=FutureWarning)'
    ]);
  });

  it('brings the precision of decimal', () => {
    const cells = [
      'from decimal import Decimal, getcontext',
      'getcontext().prec = 4\nxs = f()',
      'print(Decimal(1) / 3)'
    ];
    const [, show] = plan(cells, [1], [2]);
    expect(sources(show)).toContain('getcontext().prec = 4');
  });

  it('brings the settings of what it is given, which it need not import', () => {
    const cells = [
      'import pandas as pd\nimport matplotlib.pyplot as plt\nimport torch',
      'pd.set_option("display.precision", 1)\nplt.style.use("x")\ntorch.set_printoptions(precision=1)',
      'df = pd.read_csv("a.csv")',
      'df',
      'df.plot()'
    ];
    const [, show, draw] = plan(cells, [2], [3], [4]);
    expect(sources(show)).toEqual(['import pandas as pd', 'pd.set_option("display.precision", 1)']);
    expect(sources(draw)).toContain('plt.style.use("x")');
  });

  it('brings settings made by magics, as Python', () => {
    const cells = ['%env A=b "c"', '%set_env D {x}', '%env', '%env E', 'print(1)'];
    expect(sources(plan(cells, [4])[0])).toEqual(['__import__("os").environ["A"] = "b \\"c\\""']);
    expect(sources(plan(['%cd', '%cd -', '%cd {x}', '%cd a/b c', '1'], [4])[0])).toEqual([
      '__import__("os").path.isdir("a/b c") and __import__("os").chdir("a/b c")'
    ]);
  });

  it.each([
    'pd.options.display.float_format = "{:.2f}".format',
    'pd.DataFrame.wide = property(lambda self: self.T)',
    'pd.DataFrame.head = pd.DataFrame.tail'
  ])('brings what is set by a value that the source spells out: %s', setting => {
    expect(sources(plan(['import pandas as pd', setting, 'pd.DataFrame()'], [2])[0])).toContain(setting);
  });

  it('makes loggers anew, with what was set on them', () => {
    const made = ['log = logging.getLogger("a")', 'h = logging.StreamHandler()'];
    const set = ['log.setLevel("INFO")', 'log.addHandler(h)'];
    const cells = [['import logging', ...made, ...set].join('\n'), 'log.info("a")', 'print(1)'];
    const [use, other] = plan(cells, [1], [2]);
    expect(sources(use)).toEqual(['import logging', ...made, ...set]);
    expect([sources(other), use.needs]).toEqual([[], []]);
  });

  it('holds what its statements need at once from cells of the step itself', () => {
    expect(sources(plan(['import numpy as np', 'np.random.seed(0)', 'np.zeros(1)'], [0, 2])[0])).toEqual([
      'import numpy as np',
      'np.random.seed(0)'
    ]);
    expect(
      sources(
        plan(['class A: pass', 'class B(A):\n    def f(self): return C', 'class C: pass\nB()'], [0, 2])[0]
      )
    ).toEqual(['class A: pass', 'class B(A):\n    def f(self): return C']);
  });

  it('holds the annotations of what it copies, and not what that reads only later', () => {
    const cells = ['import a\nclass C: pass', 'def g(x: a.T, k=lambda: C): return k', 'g(1)'];
    expect(sources(plan(cells, [0, 2])[0])).toEqual(['import a', 'def g(x: a.T, k=lambda: C): return k']);
  });

  it('holds the star import an unknown name may come from', () => {
    const [step] = plan(['from m import *', 'zz'], [1]);
    expect([sources(step), step.needs]).toEqual([['from m import *'], []]);
  });

  it('takes the lines of the last good source of a cell that does not parse', () => {
    const before = analyzed(analyzer, ['K = 1', 'print(K)']);
    const now = analyzer.notebook(
      {
        ...before,
        cells: before.cells.map(cell => ({ ...cell, source: cell.index === 0 ? 'x = (\n' : cell.source }))
      },
      before
    );
    expect(now.cells[0]).toMatchObject({ stale: true, facts: { defines: ['K'], syntaxError: { line: 1 } } });
    expect(sources(planSteps(now.cells, [['c1']])[0])).toEqual(['K = 1']);
  });
});

describe('offers and magics', () => {
  it('offers what was bound or changed and is still there', () => {
    const [step] = plan(
      ['d = f()', 'import a\ndef g(): pass\nx = h()\nn = 1\ny = x\ndel y\nd["k"] = 1\nprint(z)'],
      [1]
    );
    expect(step.offers).toEqual(['d', 'n', 'x']);
  });

  it.each([
    ['x = f()\nx.mean()', ['_', 'x']],
    ['x = f()\nx;', ['x']],
    ['print(x)', []],
    ['plt.show()', []],
    ['None', []],
    ['if 1:\n    x', []],
    ['!ls', []]
  ])('offers the value that is shown last: %j', (source, offers) => {
    expect(plan([source], [0])[0].offers).toEqual(offers);
  });

  it('looks at the last cell of a step alone', () => {
    expect(plan(['1 + 1', 'x = f()'], [0, 1])[0].offers).toEqual(['x']);
  });

  it('says when IPython is needed', () => {
    expect(plan(['%time x = 1', 'y = 1'], [0], [1]).map(({ magics }) => magics)).toEqual([true, false]);
  });
});
