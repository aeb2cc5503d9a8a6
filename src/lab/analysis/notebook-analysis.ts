import { type DrawnCells, type PlannedAhead, tellPlanned } from '../../flow';
import { type AnalyzedNotebook, assembleNotebook, type KnownCell, type Notebook } from '../../notebook';
import { type AnalysisHost, WorkerLost } from './client';
import type { Answer, ReadFault, ReadFile, ReadModel } from './messages';

/** A notebook file that cannot be read; the message is one sentence that names the place. */
export class NotebookReadError extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor({ message, line, column }: ReadFault) {
    super(message);
    this.name = 'NotebookReadError';
    this.line = line;
    this.column = column;
  }
}

/** What was read of a notebook before, and what is drawn of it. */
export interface ReadContext {
  /** Which notebook of which pipeline. */
  key: string;
  before: AnalyzedNotebook | undefined;
  drawn: readonly DrawnCells[];
}

/** A source that the worker was sent, and what it found in it. */
interface Text {
  number: number;
  known?: KnownCell;
}

type Done = Extract<Answer, { done: unknown }>['done'];

/**
 * Reads notebooks somewhere else, so that the page stays free: only sources that are new go there, and what they say
 * comes back bit by bit, with the plans of the steps that are drawn.
 */
export class NotebookAnalysis {
  /**
   * @param _host where the work is done
   * @param _fallback where it is done when that gives up
   */
  constructor(
    private _host: AnalysisHost,
    private readonly _fallback: () => Promise<AnalysisHost>
  ) {}

  /** What an open notebook says. */
  async model(notebook: Notebook, context: ReadContext): Promise<AnalyzedNotebook> {
    const cells = notebook.cells.filter(({ type }) => type !== 'raw');
    let texts = new Map<string, Text>();
    const done = await this._ask(
      () => {
        const sent = this._sent.get(context.key) ?? new Map<string, Text>();
        texts = new Map(cells.map(({ source }) => [source, sent.get(source) ?? { number: -1 }]));
        const fresh = [...texts].filter(([, text]) => text.number < 0);
        fresh.forEach(([, text]) => (text.number = this._next++));
        this._sent.set(context.key, texts);
        return {
          ...this._job(notebook.path, context),
          language: notebook.language,
          cells: cells.map(({ source, ...cell }) => ({ ...cell, text: texts.get(source)?.number ?? -1 })),
          texts: fresh.map(([source, { number }]) => [number, source])
        };
      },
      answer => {
        if ('known' in answer) {
          const found = knownOf(answer);
          texts.forEach(text => (text.known = found.get(text.number) ?? text.known));
        }
      }
    );
    return this._assembled(notebook, context, done, source => texts.get(source)?.known);
  }

  /**
   * What a notebook file says, and its metadata.
   * @throws NotebookReadError when it says nothing
   */
  async file(
    path: string,
    file: string,
    context: ReadContext
  ): Promise<{ notebook: AnalyzedNotebook; metadata: unknown }> {
    this._sent.delete(context.key);
    let cells: Notebook['cells'] = [];
    const known = new Map<string, KnownCell>();
    const done = await this._ask(
      () => {
        cells = [];
        return { ...this._job(path, context), file };
      },
      answer => {
        if ('cells' in answer) {
          cells.push(...answer.cells);
        } else if ('known' in answer) {
          knownOf(answer).forEach((found, at) => known.set(cells[at].source, found));
        }
      }
    );
    const notebook = { path, language: done.language, cells };
    return {
      notebook: this._assembled(notebook, context, done, source => known.get(source)),
      metadata: done.metadata
    };
  }

  /** Lets go of what was read under a key. */
  forget(key: string): void {
    this._sent.delete(key);
    this._host.forget(key);
  }

  private _job(path: string, { key, drawn }: ReadContext) {
    return { job: this._next++, key, path, drawn };
  }

  private async _ask(make: () => ReadFile | ReadModel, take: (answer: Answer) => void): Promise<Done> {
    let done: Done | undefined;
    let fault: ReadFault = { message: 'The notebook could not be analysed.' };
    const takeAll = (answer: Answer) => {
      fault = 'fault' in answer ? answer.fault : fault;
      done = 'done' in answer ? answer.done : done;
      take(answer);
    };
    try {
      await this._host.ask(make(), takeAll);
    } catch (error) {
      if (!(error instanceof WorkerLost)) {
        throw error;
      }
      await this._fallBack();
      await this._host.ask(make(), takeAll);
    }
    if (!done) {
      throw new NotebookReadError(fault);
    }
    return done;
  }

  /** The new host knows nothing yet: all sources are sent again. */
  private _fallBack(): Promise<void> {
    this._falling ??= this._fallback().then(host => {
      this._host = host;
      this._sent.clear();
    });
    return this._falling;
  }

  private _assembled(
    notebook: Notebook,
    { before }: ReadContext,
    { plans }: { plans: PlannedAhead[] },
    known: (source: string) => KnownCell | undefined
  ): AnalyzedNotebook {
    const analyzed = assembleNotebook(notebook, before, source => {
      const found = known(source);
      if (!found) {
        throw new NotebookReadError({ message: `A cell of ${notebook.path} was not analysed.` });
      }
      return found;
    });
    plans.forEach(each => tellPlanned(analyzed, each));
    return analyzed;
  }

  private readonly _sent = new Map<string, Map<string, Text>>();
  private _next = 1;
  private _falling: Promise<void> | undefined;
}

/** What a worker of ours tells of texts, by their numbers. */
function knownOf({ known, of }: Extract<Answer, { known: string }>): Map<number, KnownCell> {
  const cells = JSON.parse(known) as KnownCell[];
  return new Map(of.map((number, i) => [number, cells[i]]));
}
