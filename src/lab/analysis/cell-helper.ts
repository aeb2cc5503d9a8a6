import { createAnalyzer, type ParserBytes } from '../../notebook';
import type { CellHelper } from './cells-reader';
import type { WorkerScope } from './worker-scope';

/** What a helper is sent once it has the parser. */
interface Sources {
  sources: string[];
}

/** What a helper says: that it has the parser, then what it was asked, in turn. */
type HelperAnswer = { ready: true } | { known: string };

/**
 * Starts a worker that analyses cells, of the script of the worker that calls: a second one would be the analysis once
 * more. Rejects where a worker may start none.
 */
export function startHelper(parser: ParserBytes): Promise<CellHelper> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(self.location.href);
    const helper = new WorkerHelper(worker);
    worker.onmessage = ({ data }: MessageEvent<HelperAnswer>) =>
      'ready' in data ? resolve(helper) : helper.take(data.known);
    worker.onerror = event => {
      event.preventDefault();
      const lost = new Error('A worker of the analysis gave up.');
      helper.lose(lost);
      reject(lost);
    };
    worker.postMessage({ help: parser });
  });
}

/** Makes the worker that this runs in a helper. */
export function helpWith(parser: ParserBytes, scope: Omit<WorkerScope<Sources>, 'onmessage'>): void {
  const answer = (message: HelperAnswer) => scope.postMessage(message);
  // whoever asked keeps what it is told: what is kept here as well would only be in the way of the collector
  void createAnalyzer(parser, 0)
    .then(analyzer => {
      (scope as WorkerScope<Sources>).onmessage = ({ data }) =>
        answer({ known: JSON.stringify(analyzer.known(data.sources)) });
      answer({ ready: true });
    })
    // an error that is reported reaches whoever started the worker; a rejection would not
    .catch(reportError);
}

class WorkerHelper implements CellHelper {
  constructor(private readonly _worker: Worker) {}

  read(sources: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this._lost) {
        reject(this._lost);
      }
      this._asked.push({ resolve, reject });
      this._worker.postMessage({ sources });
    });
  }

  take(known: string): void {
    this._asked.shift()?.resolve(known);
  }

  lose(error: Error): void {
    this._lost = error;
    this._worker.terminate();
    this._asked.splice(0).forEach(({ reject }) => reject(error));
  }

  end(): void {
    this._worker.terminate();
  }

  private _lost: Error | undefined;
  private readonly _asked: { resolve: (known: string) => void; reject: (error: Error) => void }[] = [];
}
