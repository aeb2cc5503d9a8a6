import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import type { CellsNode } from '../pipeline';
import { flowOf, nodeOf } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** What the last cell, a step of its own as all, has to have installed. */
function required(cells: string[], last: Partial<CellsNode> = {}, first: Partial<CellsNode> = {}): string[] {
  const places = cells.map((_, place) => [`n${place}`, [[place], {}]] as [string, [number[], object]]);
  places[0][1][1] = first;
  places[cells.length - 1][1][1] = last;
  const flow = flowOf(analyzer, cells, Object.fromEntries(places));
  return nodeOf(flow, `n${cells.length - 1}`).requirements.map(({ distribution }) => distribution);
}

const LOAD = 'import pandas as pd\ndf = pd.read_csv("a.csv")';

it('are those of a frame that a step only changes, or gives to another library', () => {
  const fill = 'import numpy as np\ndf.loc[df.age < 0, "age"] = np.nan';
  expect(required([LOAD, fill])).toEqual(['numpy', 'pandas']);
  expect(required([LOAD, fill, 'from sklearn.svm import SVC\nSVC().fit(df)'])).toEqual([
    'pandas',
    'scikit-learn'
  ]);
});

it.each([
  ['import numpy as np\nx = np.zeros(3)', ['numpy']],
  ['from sklearn.svm import SVC\nx = SVC()', ['scikit-learn']],
  ['import torch\nx = torch.nn.Linear(1, 2)', ['torch']],
  ['import torchvision\nx = torchvision.models.resnet18()', ['torch', 'torchvision']],
  ['from tensorflow import keras\nx = keras.Sequential()', ['tensorflow']],
  ['import scipy.sparse\nx = scipy.sparse.eye(3)', ['scipy']],
  ['from PIL import Image\nx = Image.open("a.png")', ['pillow']],
  ['import seaborn as sns\nx = sns.load_dataset("iris")', ['pandas']],
  ['import polars as pl\nx = pl.read_csv("a.csv")', ['polars']],
  ['x = [len("a")]', []],
  ['import datetime\nx = datetime.datetime.now()', []],
  ['import own\nx = own.thing()', []]
])('of what %j makes are %j', (made, distributions) => {
  expect(required([made, 'print(x)']).map(name => name.toLowerCase())).toEqual(distributions);
});

it('are in the version that the notebook installs', () => {
  const flow = flowOf(analyzer, ['%pip install pandas==2.2', LOAD, 'print(df)'], { a: [1], b: [2] });
  expect(nodeOf(flow, 'b').requirements).toEqual([
    { distribution: 'pandas', requirement: 'pandas==2.2', modules: ['pandas'] }
  ]);
});

it('count the format where the step that stores the value surely takes it', () => {
  expect(required([LOAD, 'print(df)'])).toEqual(['pandas']);
  expect(required([LOAD, 'print(df)'], {}, { packages: ['pyarrow>=14'] })).toEqual(['pandas', 'pyarrow']);
  expect(required([`import pyarrow\n${LOAD}`, 'print(df)'])).toEqual(['pandas', 'pyarrow']);
});

it('follow what a user decided', () => {
  const pinned = { from: { node: 'n0', output: 'df' }, pinned: true };
  expect(required([LOAD, 'print(x)'], { inputs: { x: pinned } })).toEqual(['pandas']);
  expect(required([LOAD, 'print(df)'], { inputs: { df: { from: { value: 1 } } } })).toEqual([]);
  expect(required([LOAD, 'print(df)'], { inputs: { df: { removed: true } } })).toEqual([]);
});
