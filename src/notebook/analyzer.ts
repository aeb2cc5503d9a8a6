import { emptyFacts, readCell } from './cell-facts';
import type { AnalyzedCell, AnalyzedNotebook, CellFacts, Notebook, NotebookCell } from './facts';
import { hashSource, normaliseSource } from './hash';
import type { ParserBytes } from './python/parser';
import { PythonParser } from './python/parser';

/** Loads the parser and gives an analyser; both files are given as bytes, so that any host can load them. */
export async function createAnalyzer(bytes: ParserBytes): Promise<CellAnalyzer> {
  return new CellAnalyzer(await PythonParser.load(bytes));
}

interface Known {
  /** Normalised. */
  text: string;
  hash: string;
  facts: CellFacts;
}

const KEPT = 4000;

/** Reads cells; what it knows of a source it keeps, so that an edit costs the analysis of one cell. */
export class CellAnalyzer {
  constructor(private readonly _parser: PythonParser) {}

  /** Facts of one cell. Never throws: a cell that does not parse has `syntaxError` set and no other facts. */
  analyze(source: string): CellFacts {
    return this._known(source).facts;
  }

  /**
   * Facts of every code cell. A cell that does not parse keeps its last good facts from `previous`, found
   * by cell id, and is `stale`.
   */
  notebook(notebook: Notebook, previous?: AnalyzedNotebook): AnalyzedNotebook {
    const before = new Map(previous?.cells.map(cell => [cell.id, cell]));
    return {
      path: notebook.path,
      language: notebook.language,
      cells: notebook.cells
        .filter(cell => cell.type === 'code')
        .map(cell => this._cell(cell, before.get(cell.id), notebook.language))
    };
  }

  private _cell(cell: NotebookCell, before: AnalyzedCell | undefined, language: string): AnalyzedCell {
    if (language !== 'python' && language !== 'ipython') {
      return {
        ...cell,
        hash: hashSource(cell.source),
        facts: emptyFacts(null),
        stale: false,
        factsSource: ''
      };
    }
    const { text, hash, facts } = this._known(cell.source);
    if (facts.syntaxError && before && (before.stale || !before.facts.syntaxError)) {
      const good = { ...before.facts, syntaxError: facts.syntaxError };
      return { ...cell, hash, facts: good, stale: true, factsSource: before.factsSource };
    }
    return { ...cell, hash, facts, stale: false, factsSource: text };
  }

  private _known(source: string): Known {
    let known = this._cache.get(source);
    if (!known) {
      const text = normaliseSource(source);
      known = { text, hash: hashSource(text), facts: readCell(this._parser, text) };
      if (this._cache.size >= KEPT) {
        this._cache.delete(this._cache.keys().next().value ?? '');
      }
      this._cache.set(source, known);
    }
    return known;
  }

  private readonly _cache = new Map<string, Known>();
}
