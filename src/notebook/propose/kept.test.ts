import { beforeAll, expect, it } from 'vitest';
import type { CellAnalyzer } from '../analyzer';
import type { StepMark } from '../facts';
import { loadAnalyzer } from '../testing/load';
import { notebookOf } from '../testing/notebook';
import { proposeSteps } from './propose';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const SOURCES = ['raw = open("a").read()', 'words = raw.split()', 'count = len(words)', 'print(count)'];
const mark = (step: string, pipeline = 'p'): StepMark => ({ pipeline, node: step, step });

function propose(marks: Record<number, StepMark>) {
  const plain = notebookOf(SOURCES);
  const cells = plain.cells.map((cell, i) => (marks[i] ? { ...cell, mark: marks[i] } : cell));
  const notebook = { ...plain, cells };
  return proposeSteps(notebook, analyzer.notebook(notebook));
}

it('proposes the steps that a notebook keeps, in notebook order, and its own for the rest', () => {
  const { steps, skipped, prelude } = propose({ 1: mark('Read'), 2: mark('Read'), 3: mark('Tell') });
  expect(steps.map(({ cells, title }) => [title, ...cells]).slice(1)).toEqual([
    ['Read', 'c1', 'c2'],
    ['Tell', 'c3']
  ]);
  expect(steps[0].cells).toEqual(['c0']);
  expect(steps[1].why).toEqual([{ code: 'kept' }]);
  expect([...skipped, ...prelude]).toEqual([]);
});

it('takes the steps of the pipeline that keeps most cells', () => {
  const { steps } = propose({ 0: mark('Other', 'q'), 1: mark('Read'), 2: mark('Read') });
  expect(steps.map(({ title }) => title)).toContain('Read');
  expect(steps.map(({ title }) => title)).not.toContain('Other');
});
