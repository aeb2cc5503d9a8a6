import type { CellAnalyzer } from '../analyzer';
import type { AnalyzedNotebook, Notebook } from '../facts';

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
