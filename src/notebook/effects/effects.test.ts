import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { linkCells } from '../links/link';
import { loadAnalyzer } from '../testing/load';
import { analyzed } from '../testing/notebook';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** How a cell uses `x`: the strongest of what it does to it. */
const effectOn = (source: string): string | undefined => {
  const { statements, syntaxError } = analyzer.analyze(source);
  expect(syntaxError).toBeNull();
  const kinds = statements.flatMap(({ uses }) =>
    uses.filter(({ name }) => name === 'x').map(({ kind }) => kind)
  );
  return ['update', 'maybeUpdate', 'read'].find(kind => kinds.includes(kind as 'read'));
};

/** How the cell in between changes the value that the first makes. */
const edgeOf = (made: string, change: string): string | undefined =>
  linkCells(analyzed(analyzer, [made, change, 'x']).cells).edges.find(
    ({ from, to, name }) => from === 'c0' && to === 'c1' && name === 'x'
  )?.kind;

describe('a method or function', () => {
  it.each([
    'x.append(1)',
    'y = x.pop()',
    'x["a"] = 1',
    'x[1:] = []',
    'del x[0]',
    'x.a += 1',
    'x.sort()',
    'x.drop("a", inplace=True)',
    'np.add(a, b, out=x)',
    'np.add.at(x, i, 1)',
    'random.shuffle(x)',
    'rng.shuffle(x)',
    'heapq.heappush(x, 1)',
    'bisect.insort_left(x, 1)',
    'first = next(x)',
    'setattr(x, "a", 1)',
    'list.append(x, 1)',
    'x.fit(a, b)',
    'y = x.fit_transform(a)',
    'x.compile("adam")',
    'x.load_state_dict(s)',
    'x.weight.fill_(0)',
    'x.step()',
    'nn.init.xavier_uniform_(x.weight)',
    'nn.utils.clip_grad_norm_(x.parameters(), 1)',
    'trainer.fit(x, data)',
    'x.set_title("a")',
    'x.add_trace(t)',
    'x.update_layout(title="a")',
    'df.plot(ax=x)',
    'plt.setp(x, color="red")'
  ])('for sure changes x: %s', source => {
    expect(effectOn(source)).toBe('update');
  });

  it.each([
    'x.drop("a")',
    'x.dropna()',
    'x.set_index("a")',
    'x.add_prefix("a")',
    'x.sort_values("a")',
    'x.head()',
    'x.to_csv("a")',
    'x.predict(a)',
    'x.groupby("a").mean()',
    'x.debug("a")',
    'x.mkdir()',
    'y = x.remove("a")',
    'y = x.frob()',
    'print(x)',
    'y = sorted(x)',
    'x.constructor',
    'constructor(x)'
  ])('does not change x: %s', source => {
    expect(effectOn(source)).toBe('read');
  });

  it.each(['x.frob()', 'x.connect("a")', 'x.create_index("a")'])('perhaps changes x: %s', source => {
    expect(effectOn(source)).toBe('maybeUpdate');
  });
});

describe('what made a value', () => {
  it.each([
    ['import pandas as pd\nx = pd.read_csv("a")', 'x.frob()'],
    ['x = f"{a}"', 'x.frob()'],
    ['import numpy as np\nx = np.zeros(f())', 'x.frob()']
  ])('tells that nothing unknown changes it: %s', (made, change) => {
    expect(edgeOf(made, change)).toBe('data');
  });

  it.each([
    ['import matplotlib.pyplot as plt\n_, x = plt.subplots()', 'x.plot([1])'],
    ['import matplotlib.pyplot as plt\nx = plt.figure()', 'x.tight_layout()'],
    ['x = f()', 'x.append(1)']
  ])('tells that a method draws on it or changes it: %s', (made, change) => {
    expect(edgeOf(made, change)).toBe('update');
  });

  it('tells that reading what is drawn changes nothing', () => {
    expect(edgeOf('import matplotlib.pyplot as plt\nx = plt.gca()', 'y = x.get_xlim()')).toBe('data');
  });
});

it('has no opaque calls but those in its table', () => {
  expect(analyzer.analyze('constructor(1)\ntoString()').opaque).toEqual([]);
  expect(analyzer.analyze('eval("1")').opaque).toHaveLength(1);
});
