import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { linkCells } from '../links/link';
import { planSteps } from '../links/plan';
import { loadAnalyzer } from '../testing/load';
import { analyzed } from '../testing/notebook';
import { HANDLES } from './handles';
import { MODEL_CLASSES, MODELS } from './models';
import { PLAIN } from './plain';
import { TABLES } from './tables';
import { valueOf } from './value-of';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** What made `x`, as its cell says. */
const madeIn = (source: string): string | undefined =>
  analyzer
    .analyze(source)
    .statements.flatMap(({ uses }) => uses)
    .findLast(({ name, kind }) => name === 'x' && (kind === 'bind' || kind === 'mayBind'))?.made;

describe('what made a value', () => {
  it.each([
    ['x = 1', 'literal:int'],
    ['x = -1.5e3', 'literal:float'],
    ['x = 60 * 60', 'literal:int'],
    ['x = 1 / 3', 'literal:float'],
    ['x = "a" "b"', 'literal:str'],
    ['x = None', 'literal:None'],
    ['x: bool = True', 'literal:bool'],
    ['x = [1, {"a": 2}]', 'literal:list'],
    ['x = [a]', 'list'],
    ['x = {k: v for k, v in a}', 'dict'],
    ['x = (a for a in b)', 'generator'],
    ['x = lambda: 1', 'lambda'],
    ['x = f"{a}"', 'str'],
    ['x = open("a")', 'open'],
    ['import pandas as pd\nx = pd.read_csv("a")', 'pandas.read_csv'],
    [
      'from sklearn.ensemble import RandomForestClassifier as RF\nx = RF()',
      'sklearn.ensemble.RandomForestClassifier'
    ],
    ['import os.path\nx = os.path.join(a)', 'os.path.join'],
    ['import pandas as pd\nx = pd.read_csv("a").dropna().head()', 'pandas.DataFrame.head'],
    ['x = f(1).g()', 'f().g'],
    ['x, y = 1, "a"', 'literal:int'],
    ['y = x = f()', 'f'],
    ['with open("a") as x: pass', 'open'],
    ['if c:\n    x = 1\nelse:\n    x = 2', 'literal:int'],
    ['if c:\n    x = 1\nelse:\n    x = "a"', undefined],
    ['x, y = f()', undefined],
    ['x = y', undefined],
    ['x = a + b', undefined],
    ['for x in y: pass', undefined]
  ])('%s', (source, expected) => {
    expect(madeIn(source)).toBe(expected);
  });

  it('is resolved over the cells, with the version that is read', () => {
    const cells = [
      'import pandas as pd',
      'df = pd.read_csv("a")',
      'df["a"] = 1',
      'df = df.dropna()\nprint(df)',
      'print(df)'
    ];
    const edges = linkCells(analyzed(analyzer, cells).cells).edges.filter(({ name }) => name === 'df');
    expect(edges.map(({ to, version, made }) => [to, version, made])).toEqual([
      ['c2', 1, 'pandas.read_csv'],
      ['c3', 2, 'pandas.read_csv'],
      ['c4', 3, 'pandas.DataFrame.dropna']
    ]);
    const [, step] = planSteps(analyzed(analyzer, cells).cells, [['c1', 'c2', 'c3'], ['c4']]);
    expect(step.needs).toMatchObject([{ name: 'df', version: 3, made: 'pandas.DataFrame.dropna' }]);
  });

  it('does not mistake names that an import binds for modules of the same name', () => {
    const cells = [
      'from datetime import datetime',
      'from datetime import datetime\nx = datetime.now()',
      'print(x)'
    ];
    expect(linkCells(analyzed(analyzer, cells).cells).edges.find(({ name }) => name === 'x')?.made).toBe(
      'datetime.datetime.now'
    );
  });
});

describe('a value', () => {
  it.each([
    ['pandas.read_csv', 'pandas.DataFrame', 'Dataset'],
    ['pandas.DataFrame.mean', 'pandas.Series', 'Dataset'],
    ['numpy.zeros', 'numpy.ndarray', 'Dataset'],
    ['sklearn.ensemble.RandomForestClassifier', 'sklearn.ensemble.RandomForestClassifier', 'Model'],
    ['sklearn.svm.SVC.fit', 'sklearn.svm.SVC', 'Model'],
    ['sklearn.svm.SVC.predict', 'numpy.ndarray', 'Dataset'],
    ['xgboost.XGBClassifier', 'xgboost.XGBClassifier', 'Model'],
    ['tensorflow.keras.Sequential', 'keras.Model', 'Model'],
    ['literal:int', 'int', 'integer'],
    ['literal:float', 'float', 'number'],
    ['literal:list', 'list', undefined],
    ['lambda', 'function', undefined],
    ['sklearn.model_selection.KFold', undefined, undefined],
    ['f', undefined, undefined],
    ['constructor', undefined, undefined]
  ])('made by %s is a %s', (made, type, portType) => {
    expect([valueOf(made)?.type, valueOf(made)?.portType]).toEqual([type, portType]);
  });

  it.each([
    ['open', 'file'],
    ['threading.Lock', 'lock'],
    ['argparse.ArgumentParser', 'parser'],
    ['threading.Thread', 'thread'],
    ['socket.socket', 'connection'],
    ['sqlite3.connect', 'connection'],
    ['sqlalchemy.create_engine', 'connection'],
    ['requests.Session', 'session'],
    ['pyspark.sql.SparkSession.builder.getOrCreate', 'session'],
    ['dask.distributed.Client', 'session'],
    ['torch.utils.data.DataLoader', 'loader'],
    ['iter', 'iterator'],
    ['enumerate', 'iterator'],
    ['generator', 'generator'],
    ['re.finditer', 'iterator'],
    ['subprocess.Popen', 'process'],
    ['tempfile.NamedTemporaryFile', 'file'],
    ['torch.nn.Linear.parameters', 'generator'],
    ['pathlib.Path.glob', 'generator']
  ])('made by %s is a handle: %s', (made, handle) => {
    expect(valueOf(made)?.handle).toBe(handle);
  });
});

it('names formats that the runtime has', () => {
  const runtime = ['step_formats.py', 'step_libraries.py']
    .map(file => readFileSync(new URL(`../../runtime/${file}`, import.meta.url), 'utf8'))
    .join('\n');
  const formats = [...runtime.matchAll(/^ {4,8}"(\w+)": \(/gm)].map(([, name]) => name);
  const named = [...PLAIN, ...TABLES, ...MODELS].flatMap(([{ format }]) => format ?? []);
  expect(
    [...named, ...MODEL_CLASSES.flatMap(({ facts }) => facts.format ?? [])].filter(
      one => !formats.includes(one)
    )
  ).toEqual([]);
});

it('names each maker once', () => {
  const makers = [...PLAIN, ...TABLES, ...MODELS, ...HANDLES].flatMap(([, text]) => text.trim().split(/\s+/));
  expect(makers.filter((maker, index) => makers.indexOf(maker) !== index)).toEqual([]);
});
