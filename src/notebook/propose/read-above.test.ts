import { beforeAll, describe, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import { loadAnalyzer } from '../testing/load';
import { notebookOf } from '../testing/notebook';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

/** The cells that are in steps. */
function stepped(...sources: string[]): string[] {
  const notebook = notebookOf(sources);
  return proposeSteps(notebook, analyzer.notebook(notebook)).steps.flatMap(({ cells }) => cells);
}

const PIPE = 'def f(x):\n    return x * EPS\nEPS = 1\npipe = FunctionTransformer(f)';
const OF_CALL = PIPE.replace('EPS', 'scale()');

describe('a cell that sets what functions above read', () => {
  it.each([
    [PIPE, 'EPS = 10'],
    [PIPE, 'EPS = len("1234")'],
    [PIPE.replace('EPS = 1\n', ''), 'EPS = 10'],
    ['EPS = 1\nclass P:\n    def transform(self, x):\n        return x * EPS\npipe = P()', 'EPS = 10'],
    [`def scale():\n    return 1\n${OF_CALL}`, 'def scale():\n    return 10']
  ])('is in a step, whoever calls them: %s ‖ %s', (made, set) => {
    expect(stepped(made, set, 'print(pipe.transform(2))')).toEqual(['c0', 'c1', 'c2']);
  });

  it('need not be where it defines for the first time, or sets what they do not read', () => {
    const cells = [OF_CALL, 'def scale():\n    return 10', 'RATE = 3', 'print(pipe.transform(2))'];
    expect(stepped(...cells)).toEqual(['c0', 'c3']);
  });
});
