import { assembleNotebook } from './assemble';
import { readCells } from './cell-facts';
import type { AnalyzedNotebook, CellFacts, KnownCell, Notebook } from './facts';
import type { ParserBytes } from './python/parser';
import { PythonParser } from './python/parser';

/**
 * Loads the parser and gives an analyser; both files are given as bytes, so that any host can load them.
 * @param kept of how many sources it keeps what it knows; none where somebody else does
 */
export async function createAnalyzer(bytes: ParserBytes, kept = KEPT): Promise<CellAnalyzer> {
  return new CellAnalyzer(await PythonParser.load(bytes), kept);
}

const KEPT = 4000;

/** Reads cells; what it knows of a source it keeps, so that an edit costs the analysis of one cell. */
export class CellAnalyzer {
  constructor(
    private readonly _parser: PythonParser,
    private readonly _kept: number
  ) {}

  /** Facts of one cell. Never throws: a cell that does not parse has `syntaxError` set and no other facts. */
  analyze(source: string): CellFacts {
    return this._one(source).facts;
  }

  /**
   * Facts of every code cell. A cell that does not parse keeps its last good facts from `previous`, found
   * by cell id, and is `stale`.
   */
  notebook(notebook: Notebook, previous?: AnalyzedNotebook): AnalyzedNotebook {
    return assembleNotebook(notebook, previous, source => this._one(source));
  }

  /** All that each source tells, as `assembleNotebook` takes it. */
  known(sources: readonly string[]): KnownCell[] {
    const before = sources.map(source => this._cache.get(source));
    const fresh = sources.filter((_, i) => before[i] === undefined);
    const read = readCells(this._parser, fresh);
    fresh.forEach((source, i) => this.learn(source, read[i]));
    let next = 0;
    return before.map(cell => cell ?? read[next++]);
  }

  /** Whether what a source tells is known without reading it. */
  has(source: string): boolean {
    return this._cache.has(source);
  }

  /** Takes what another analyser found in a source. */
  learn(source: string, known: KnownCell): void {
    if (this._kept === 0) {
      return;
    }
    if (this._cache.size >= this._kept) {
      this._cache.delete(this._cache.keys().next().value ?? '');
    }
    this._cache.set(source, known);
  }

  private _one(source: string): KnownCell {
    return this.known([source])[0];
  }

  private readonly _cache = new Map<string, KnownCell>();
}
