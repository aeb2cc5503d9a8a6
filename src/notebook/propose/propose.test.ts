import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { notebookOf } from '../testing/notebook';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const propose = (...sources: string[]) => {
  const notebook = notebookOf(sources);
  return proposeSteps(notebook, analyzer.notebook(notebook));
};

describe('proposeSteps', () => {
  it('leaves imports out and cuts before training', () => {
    const found = propose(
      'import pandas as pd\nfrom sklearn.svm import SVC',
      'df = pd.read_csv("a.csv")',
      'df.head()',
      'X, y = df.drop(columns="y"), df["y"]',
      'model = SVC()',
      'model.fit(X, y)'
    );
    expect(found.prelude.map(({ cell }) => cell)).toEqual(['c0']);
  });
});
