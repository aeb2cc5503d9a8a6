import { beforeAll, expect, it } from 'vitest';
import { flowOf } from '../../flow/testing/draw';
import type { CellAnalyzer } from '../../notebook';
import { loadAnalyzer } from '../../notebook/testing/load';
import { findings, found } from '../testing/flow';
import { settingMoved } from './setting-moved';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const PANDAS = 'import pandas as pd\ndf = pd.DataFrame()';
const OPTION = 'pd.set_option("display.precision", 2)';
const PLOT = 'import matplotlib.pyplot as plt\nplt.plot([1])';

it.each([
  ['a setting in its place', [PANDAS, 'df', OPTION, 'df'], { a: [0, 1, 2, 3] }],
  ['a setting before all that show', [PANDAS, OPTION, 'df'], { a: [0, 2] }],
  [
    'a setting of another library',
    [PANDAS, 'df', 'import seaborn as sns\nsns.set()', 'df'],
    { a: [0, 1, 3] }
  ],
  ['a setting that only later steps make', [PANDAS, 'df', OPTION, 'df'], { a: [0, 1], b: [3] }]
] as const)('is content with %s', (_, sources, drawing) => {
  expect(found(settingMoved, flowOf(analyzer, [...sources], drawing as never))).toEqual([]);
});

it('warns where a step would show by a setting that comes after', () => {
  const flow = flowOf(analyzer, [PANDAS, 'df', OPTION, 'df'], { a: [0, 1, 3] });
  expect(findings(settingMoved, flow)[0].message).toMatch(/Line 1 of cell 3 sets pandas once cell 2 has run/);
  const drawn = [PLOT, 'plt.rcParams["lines.linewidth"] = 9', 'plt.plot([1])'];
  expect(findings(settingMoved, flowOf(analyzer, drawn, { a: [0, 2] }))).toHaveLength(1);
});
