import { planAhead } from '../../flow';
import {
  type AnalyzedNotebook,
  assembleNotebook,
  isPython,
  type KnownCell,
  type Notebook,
  NotebookFileError,
  readNotebook
} from '../../notebook';
import { type CellsReader, inBatches } from './cells-reader';
import type { Answer, ReadFile, ReadModel } from './messages';

interface Remembered {
  texts: Map<number, string>;
  before: AnalyzedNotebook | undefined;
}

type Answers = AsyncGenerator<Answer, void, void>;

/** Does the work of the analysis worker: reads notebooks, answers bit by bit, and remembers what it read last. */
export class NotebookReader {
  constructor(private readonly _cells: CellsReader) {}

  /** The answers to a request, in order; whoever takes them may pause in between. */
  async *answers(request: ReadFile | ReadModel): Answers {
    const { job } = request;
    try {
      yield* 'file' in request ? this._file(request) : this._model(request);
    } catch (error) {
      yield { job, fault: faultOf(error) };
    }
  }

  /** Lets go of what was read under a key. */
  forget(key: string): void {
    this._notebooks.delete(key);
  }

  private async *_file(request: ReadFile): Answers {
    const { job, key, path, file } = request;
    const notebook = readNotebook(file, path);
    for (const cells of inBatches(notebook.cells, ({ source }) => source.length)) {
      yield { job, cells };
    }
    const numbers = new Map(codeCells(notebook).map(({ source, index }) => [source, index]));
    const known = yield* this._read(job, notebook, numbers);
    const { metadata } = JSON.parse(file.replace(/^\uFEFF/, '')) as { metadata?: unknown };
    const { before } = this._remembered(key);
    yield this._done(request, { texts: new Map(), before }, notebook, known, metadata);
  }

  private async *_model(request: ReadModel): Answers {
    const { job, key, path, language, cells, texts } = request;
    const remembered = this._remembered(key);
    const sources = new Map([...remembered.texts, ...texts]);
    const used = new Map(cells.map(({ text }) => [text, sources.get(text) ?? '']));
    const notebook = {
      path,
      language,
      cells: cells.map(({ text, ...cell }) => ({ ...cell, source: used.get(text) ?? '' }))
    };
    const code = new Set(codeCells(notebook).map(({ source }) => source));
    const fresh = new Map(texts.flatMap(([number, source]) => (code.has(source) ? [[source, number]] : [])));
    const known = yield* this._read(job, notebook, fresh);
    yield this._done(request, { texts: used, before: remembered.before }, notebook, known);
  }

  /** Tells what sources say by their numbers; those of other languages say nothing. */
  private async *_read(
    job: number,
    notebook: Notebook,
    numbers: ReadonlyMap<string, number>
  ): AsyncGenerator<Answer, Map<string, KnownCell>, void> {
    const known = new Map<string, KnownCell>();
    for await (const found of this._cells.read(isPython(notebook) ? numbers.keys() : [])) {
      found.sources.forEach((source, i) => known.set(source, found.known[i]));
      yield { job, known: found.json, of: found.sources.map(source => numbers.get(source) ?? -1) };
    }
    return known;
  }

  /** Puts the notebook together as the page will, and plans its steps on it. */
  private _done(
    { job, key, drawn }: ReadFile | ReadModel,
    { texts, before }: Remembered,
    notebook: Notebook,
    known: ReadonlyMap<string, KnownCell>,
    metadata?: unknown
  ): Answer {
    const { analyzer } = this._cells;
    const analyzed = assembleNotebook(
      notebook,
      before,
      source => known.get(source) ?? analyzer.known([source])[0]
    );
    this._notebooks.set(key, { texts, before: analyzed });
    const plans = drawn.map(cells => planAhead(analyzed, cells));
    return { job, done: { language: notebook.language, plans, ...(metadata !== undefined && { metadata }) } };
  }

  private _remembered(key: string): Remembered {
    return this._notebooks.get(key) ?? { texts: new Map(), before: undefined };
  }

  private readonly _notebooks = new Map<string, Remembered>();
}

const codeCells = ({ cells }: Notebook) => cells.filter(({ type }) => type === 'code');

const faultOf = (error: unknown): { message: string; line?: number; column?: number } =>
  error instanceof NotebookFileError
    ? { message: error.message, line: error.line, column: error.column }
    : { message: error instanceof Error ? error.message : String(error) };
