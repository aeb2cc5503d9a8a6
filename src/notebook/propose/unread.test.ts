import { expect, it } from 'vitest';
import type { Notebook } from '../facts';
import { loadAnalyzer } from '../testing/load';
import { notebookOf } from '../testing/notebook';
import type { Proposal } from './proposal';
import { proposeSteps } from './propose';

const analyzer = await loadAnalyzer();

function propose(...sources: string[]): Proposal {
  const notebook: Notebook = notebookOf(sources);
  return proposeSteps(notebook, analyzer.notebook(notebook));
}

const steps = (found: Proposal): string[] =>
  found.steps.map(({ title, cells }) => `${title}: ${cells.join(' ')}`);
const unread = (found: Proposal): string[] =>
  found.skipped.filter(({ why }) => why.code === 'unread').map(({ cell }) => cell);

it('no step is named after what only shows', () => {
  expect(steps(propose('table = f()', 'ax = table.plot()', 'print(table.a.sum())'))).toEqual([
    'Prepare table: c0 c1 c2'
  ]);
});

it('the last cell is left out when all that it is made of goes on to others', () => {
  const read = 'import pandas as pd\ndf = pd.read_csv("a.csv")';
  const aside = propose(read, 'print(df)', '# scratch\ntmp = df.sample(1)', 'tmp2 = df.copy()');
  expect([steps(aside), unread(aside)]).toEqual([['Load df: c0 c1'], ['c2', 'c3']]);
  expect(unread(propose('x = f()', 'y = x.copy()', 'z = x.copy()'))).toEqual(['c1']);
});

it.each(['summary = df.describe()', 'tmp = df.sample(1)', 'p = df.query("a > 1")'])(
  'a value that nothing reads need not be made: %s',
  source => {
    expect(unread(propose('import pandas as pd\ndf = pd.read_csv("a.csv")', source, 'print(df)'))).toEqual([
      'c1'
    ]);
  }
);

it('what draws between a seed and another drawing is kept', () => {
  const cells = ['import numpy as np\nimport pandas as pd', 'np.random.seed(1)\ndf = pd.read_csv("a.csv")'];
  expect(unread(propose(...cells, 'tmp = df.sample(1)', 'print(df.sample(1))'))).toEqual([]);
});
