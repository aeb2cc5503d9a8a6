import { emptyFacts } from './cell-facts';
import type { AnalyzedCell, AnalyzedNotebook, KnownCell, Notebook, NotebookCell } from './facts';
import { hashSource, normaliseSource } from './hash';
import { withoutHalfWords } from './half-words';
import { headings } from './headings';

/** Whether the cells of a notebook are Python: those of other languages are hashed and not read. */
export const isPython = ({ language }: { language: string }): boolean =>
  language === 'python' || language === 'ipython';

/**
 * Puts a notebook together from what is known of the sources of its code cells. A cell that does not parse keeps its
 * last good facts from `previous`, found by cell id, and is `stale`.
 */
export function assembleNotebook(
  notebook: Notebook,
  previous: AnalyzedNotebook | undefined,
  known: (source: string) => KnownCell
): AnalyzedNotebook {
  const before = new Map(previous?.cells.map(cell => [cell.id, cell]));
  const above = headings(notebook.cells);
  const facts = isPython(notebook) ? known : foreign;
  const cells = notebook.cells.filter(cell => cell.type === 'code');
  return {
    path: notebook.path,
    language: notebook.language,
    cells: withoutHalfWords(
      cells.map(cell => {
        const heading = above.get(cell.id);
        const assembled = assembleCell(cell, before.get(cell.id), facts(cell.source));
        return heading === undefined ? assembled : { ...assembled, heading };
      })
    )
  };
}

const foreign = (source: string): KnownCell => ({
  hash: hashSource(source),
  facts: emptyFacts(null)
});

function assembleCell(
  cell: NotebookCell,
  before: AnalyzedCell | undefined,
  { hash, facts }: KnownCell
): AnalyzedCell {
  if (facts.syntaxError && before && (before.stale || !before.facts.syntaxError)) {
    const good = { ...before.facts, syntaxError: facts.syntaxError };
    return { ...cell, hash, facts: good, stale: true, factsSource: before.factsSource };
  }
  return { ...cell, hash, facts, stale: false, factsSource: normaliseSource(cell.source) };
}
