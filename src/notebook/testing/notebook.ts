import type { CellAnalyzer } from '../analyzer';
import type { AnalyzedNotebook, Notebook } from '../facts';
import type { StepPlan } from '../step-facts';
import { planSteps } from '../links/plan';

/** A notebook of code cells, called c0, c1 and so on. */
export function notebookOf(sources: string[]): Notebook {
  return {
    path: 'a.ipynb',
    language: 'python',
    cells: sources.map((source, index) => ({ id: `c${index}`, index, type: 'code', source, tags: [] }))
  };
}

export function analyzed(analyzer: CellAnalyzer, sources: string[]): AnalyzedNotebook {
  return analyzer.notebook(notebookOf(sources));
}

/** The plans of steps of such cells; each group lists the places of the cells of one step. */
export function plansOf(analyzer: CellAnalyzer, sources: string[], groups: number[][]): StepPlan[] {
  return planSteps(
    analyzed(analyzer, sources).cells,
    groups.map(group => group.map(index => `c${index}`))
  );
}
