import { expect, it } from 'vitest';
import { loadAnalyzer } from '../testing/load';
import { proposeSteps } from './propose';

const SOURCES = [
  'from functools import singledispatch',
  '@singledispatch\ndef show(x):\n    return x',
  '@show.register\ndef _(x: int):\n    return -x',
  'print(show(3))'
];

it('what registers with a function of the notebook runs in the step that calls it', async () => {
  const analyzer = await loadAnalyzer();
  const cells = SOURCES.map((source, index) => ({
    id: `c${index}`,
    index,
    type: 'code' as const,
    source,
    tags: []
  }));
  const notebook = { path: 'a.ipynb', language: 'python', cells };
  const { steps } = proposeSteps(notebook, analyzer.notebook(notebook));
  expect(steps.map(step => step.cells)).toEqual([['c2', 'c3']]);
});
