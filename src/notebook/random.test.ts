import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from './analyzer';
import type { StepPlan } from './step-facts';
import { linkCells } from './links/link';
import { chain } from './testing/linked';
import { loadAnalyzer } from './testing/load';
import { analyzed, plansOf } from './testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const plan = (cells: string[], ...groups: number[][]): StepPlan[] => plansOf(analyzer, cells, groups);

const needs = ({ needs }: StepPlan): string[] =>
  needs.map(({ name, kind, from }) => `${name} ${kind} ${JSON.stringify(from)?.replace(/"/g, '')}`);
const sources = ({ prelude }: StepPlan): string[] => prelude.map(({ source }) => source);

const SEED = 'import numpy as np\nimport random\nnp.random.seed(0)\nrandom.seed(0)';

describe('the state of a global generator that was seeded', () => {
  it('goes from each step that draws to the next one, and starts as the copied seed', () => {
    const cells = [SEED, 'a = np.random.rand()', 'print(a)', 'b = np.random.rand()\nrandom.random()'];
    const [, first, between, last] = plan(cells, [0], [1], [2], [3]);
    expect(needs(first)).toEqual([]);
    expect(sources(first)).toContain('np.random.seed(0)');
    expect(first.offers).toEqual(['a', 'weft_random_numpy']);
    expect(needs(between)).toEqual(['a data {group:1}']);
    expect(needs(last)).toEqual(['weft_random_numpy update {group:1}']);
    expect(last.offers).toEqual(['_', 'b', 'weft_random_numpy', 'weft_random_python']);
  });

  it('is changed by a call of a function that draws', () => {
    const cells = [
      SEED,
      'def noise(n):\n    return np.random.normal(size=n)',
      'x = noise(3)',
      'y = noise(3)'
    ];
    expect(needs(plan(cells, [0, 1], [2], [3])[2])).toEqual(['weft_random_numpy update {group:1}']);
  });

  it('is set by a function of the notebook that sets seeds', () => {
    const cells = [
      'import numpy as np\ndef set_seed(s):\n    np.random.seed(s)',
      'set_seed(3)',
      'np.random.rand()'
    ];
    const [step] = plan(cells, [2], [0, 1]);
    expect([needs(step), sources(step).at(-1)]).toEqual([[], 'set_seed(3)']);
  });

  it('is drawn from by what scikit-learn and pandas do without a state of their own', () => {
    const draws = (...cells: string[]): string[] =>
      plan([SEED, ...cells], [0], ...cells.map((_, i) => [i + 1]))
        .at(-1)!
        .needs.map(({ name }) => name);
    const split = 'train_test_split(x, y)';
    expect(draws(split, split)).toContain('weft_random_numpy');
    expect(draws(split, 'train_test_split(x, y, random_state=1)')).not.toContain('weft_random_numpy');
    expect(draws('m = make_pipeline(RandomForestClassifier())', 'm.fit(x, y)', 'np.random.rand()')).toContain(
      'weft_random_numpy'
    );
    expect(draws('m = RandomForestClassifier(random_state=0)\nm.fit(x, y)', 'np.random.rand()')).toEqual([]);
  });

  it('is no matter where nothing is seeded, nor of names of a function', () => {
    const cells = ['import numpy as np', 'a = np.random.rand()', 'b = np.random.rand()'];
    expect(needs(plan(cells, [0], [1], [2])[2])).toEqual([]);
    expect(linkCells(analyzed(analyzer, cells).cells).problems).toEqual([]);
    const local = [SEED, 'def f(random):\n    return random.choice([1])\nf(g)', 'random.random()'];
    expect(needs(plan(local, [0], [1], [2])[2])).toEqual([]);
  });

  it('is not known as a name of a cell', () => {
    expect(analyzer.analyze(SEED).defines).toEqual(['np', 'random']);
    expect(analyzer.analyze('np.random.rand()').needs).toEqual(['np']);
  });

  it('passes over cells in no step', () => {
    const [step] = plan([SEED, 'a = np.random.rand()', 'b = np.random.rand()'], [2]);
    expect([needs(step), sources(step).includes('np.random.seed(0)')]).toEqual([[], true]);
  });

  it('is not set anew in front of cells that drew before', () => {
    const cells = [SEED, 'a = np.random.rand()', 'np.random.seed(1)', 'np.zeros(1)', 'b = np.random.rand()'];
    const [, step] = plan(cells, [0, 2], [1, 3]);
    expect(sources(step)).not.toContain('np.random.seed(1)');
    expect(plan(cells, [1, 4])[0].clashes).toMatchObject([
      { name: 'weft_random_numpy', read: { cell: 'c4' } }
    ]);
  });
});

describe('the generator of PyTorch', () => {
  const seed = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\ntorch.manual_seed(0)';
  const hands = (...cells: string[]): (string | undefined)[] => chain('weft_random_torch', seed, ...cells);

  it.each([
    'a = torch.rand(2)',
    'from torch import randn\na = randn(2)',
    'w.normal_()',
    'nn.init.xavier_uniform_(w)',
    'layer = nn.Linear(2, 2)',
    'layer = torch.nn.Linear(2, 2)',
    'class Net(nn.Module):\n    def __init__(self): self.layer = nn.Linear(2, 2)\nnet = Net()',
    'y = F.dropout(x)',
    'from torch.utils.data import DataLoader\nbatches = list(DataLoader(xs))',
    'def fill(w): w.uniform_()\nfill(w)'
  ])('is drawn from: %s', draw => {
    expect(hands(draw, 'torch.rand(1)')).toEqual(['update', 'update']);
  });

  it.each([
    'y = torch.mean(x)',
    'a = torch.rand(2, generator=g)',
    'g = torch.Generator().manual_seed(1)',
    'from torch.utils.data import random_split\na, b = random_split(xs, [1, 2], generator=g)',
    'layer = nn.ReLU()'
  ])('is left alone: %s', source => {
    expect(hands(source, 'torch.rand(1)')).toEqual([undefined, undefined]);
  });
});
