import { planAhead } from '../../flow';
import {
  type AnalyzedNotebook,
  assembleNotebook,
  type CellAnalyzer,
  isPython,
  type KnownCell,
  type Notebook,
  NotebookFileError,
  readNotebook
} from '../../notebook';
import type { Answer, ReadFile, ReadModel, Request } from './messages';

/** How much source is analysed before an answer is sent, in characters: a few milliseconds' work on either side. */
const BATCH = 12_000;

interface Remembered {
  texts: Map<number, string>;
  before: AnalyzedNotebook | undefined;
}

/** Does the work of the analysis worker: reads notebooks, answers bit by bit, and remembers what it read last. */
export class NotebookReader {
  constructor(private readonly _analyzer: CellAnalyzer) {}

  /** The answers to a request, in order; whoever takes them may pause in between. */
  *answers(request: Request): Generator<Answer, void, void> {
    if ('forget' in request) {
      this._notebooks.delete(request.forget);
      return;
    }
    const { job } = request;
    try {
      yield* 'file' in request ? this._file(request) : this._model(request);
    } catch (error) {
      yield { job, fault: faultOf(error) };
    }
  }

  private *_file(request: ReadFile): Generator<Answer, void, void> {
    const { job, key, path, file } = request;
    const notebook = readNotebook(file, path);
    const known = this._knower(notebook);
    for (const cells of batches(notebook.cells, ({ source }) => source)) {
      yield { job, cells: cells.map(cell => [cell, cell.type === 'code' ? known(cell.source) : null]) };
    }
    const { metadata } = JSON.parse(file.replace(/^\uFEFF/, '')) as { metadata?: unknown };
    yield this._done(request, { texts: new Map(), before: this._remembered(key).before }, notebook, metadata);
  }

  private *_model(request: ReadModel): Generator<Answer, void, void> {
    const { job, key, path, language, cells, texts } = request;
    const remembered = this._remembered(key);
    const sources = new Map([...remembered.texts, ...texts]);
    const used = new Map(cells.map(({ text }) => [text, sources.get(text) ?? '']));
    const notebook = {
      path,
      language,
      cells: cells.map(({ text, ...cell }) => ({ ...cell, source: used.get(text) ?? '' }))
    };
    const known = this._knower(notebook);
    const code = new Set(cells.filter(({ type }) => type === 'code').map(({ text }) => text));
    const fresh = texts.filter(([number]) => code.has(number));
    for (const batch of batches(fresh, ([, source]) => source)) {
      yield { job, known: batch.map(([number, source]) => [number, known(source)]) };
    }
    yield this._done(request, { texts: used, before: remembered.before }, notebook);
  }

  /** Puts the notebook together as the page will, and plans its steps on it. */
  private _done(
    { job, key, drawn }: ReadFile | ReadModel,
    { texts, before }: Remembered,
    notebook: Notebook,
    metadata?: unknown
  ): Answer {
    const analyzed = assembleNotebook(notebook, before, source => this._analyzer.known(source));
    this._notebooks.set(key, { texts, before: analyzed });
    const plans = drawn.map(cells => planAhead(analyzed, cells));
    return { job, done: { language: notebook.language, plans, ...(metadata !== undefined && { metadata }) } };
  }

  private _knower(notebook: Notebook): (source: string) => KnownCell {
    return source => this._analyzer.known(isPython(notebook) ? source : '');
  }

  private _remembered(key: string): Remembered {
    return this._notebooks.get(key) ?? { texts: new Map(), before: undefined };
  }

  private readonly _notebooks = new Map<string, Remembered>();
}

function* batches<T>(all: readonly T[], source: (one: T) => string): Generator<T[], void, void> {
  let batch: T[] = [];
  let size = 0;
  for (const one of all) {
    batch.push(one);
    size += source(one).length;
    if (size >= BATCH) {
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

const faultOf = (error: unknown): { message: string; line?: number; column?: number } =>
  error instanceof NotebookFileError
    ? { message: error.message, line: error.line, column: error.column }
    : { message: error instanceof Error ? error.message : String(error) };
