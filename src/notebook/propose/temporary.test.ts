import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { planned } from '../testing/linked';
import { loadAnalyzer } from '../testing/load';
import { notebookOf } from '../testing/notebook';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const IMPORTS =
  'import os, tempfile\nimport pandas as pd\nfrom pathlib import Path\nfrom tempfile import mkdtemp';
const TRAINS = 'model = LinearRegression().fit(df[["x"]], df.x)';

describe.each([
  [
    'a joined path',
    'tmp = tempfile.mkdtemp()\npath = os.path.join(tmp, "a.csv")\nmake().to_csv(path)',
    'path'
  ],
  [
    'a folder object',
    'tmp = tempfile.TemporaryDirectory()\npath = f"{tmp.name}/a.csv"\nmake().to_csv(path)',
    'path'
  ],
  ['a Path of a call', 'tmp = Path(mkdtemp())\nmake().to_csv(tmp / "a.csv")', 'tmp / "a.csv"'],
  ['a Path by name', 'tmp = mkdtemp()\nout = Path(tmp)\npath = out / "a.csv"\nmake().to_csv(path)', 'path'],
  [
    'a file',
    'with tempfile.NamedTemporaryFile(delete=False) as f:\n    make().to_csv(f)\npath = f.name',
    'path'
  ],
  ['a file of a pair', 'handle, path = tempfile.mkstemp()\nmake().to_csv(path)', 'path']
])('%s in a temporary place', (_, writes, path) => {
  const sources = [
    IMPORTS,
    writes,
    `df = pd.read_csv(${path})`,
    TRAINS,
    'print(model.score(df[["x"]], df.x))'
  ];

  it('keeps the cells that use it together', () => {
    const plain = notebookOf(sources);
    const { steps } = proposeSteps(plain, analyzer.notebook(plain));
    expect(steps.find(({ cells }) => cells.includes('c1'))?.cells).toContain('c2');
  });

  it('is told of where the cells are cut', () => {
    const [, reader] = planned(sources, [[1], [2]]);
    expect(reader.warnings.map(({ rule }) => rule)).toEqual(['handle-crosses-steps']);
  });
});

it('does not keep together what only reads what was made of it', () => {
  const sources = [IMPORTS, 'tmp = mkdtemp()\ndf = pd.read_csv(fetch(tmp))', 'print(df)'];
  expect(planned(sources, [[1], [2]])[1].warnings).toEqual([]);
});
