import type { KnownCell, ParserBytes } from '../../notebook';
import type { CellHelper } from './cells-reader';

/** What the worker of a helper says: that it has the parser, then what it was asked, in turn. */
export type HelperAnswer = { ready: true } | { known: KnownCell[] };

/** Starts a worker that analyses cells. Rejects where a worker may start none. */
export function startHelper(parser: ParserBytes): Promise<CellHelper> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./cells.worker.js', import.meta.url), { type: 'module' });
    const helper = new WorkerHelper(worker);
    worker.onmessage = ({ data }: MessageEvent<HelperAnswer>) =>
      'ready' in data ? resolve(helper) : helper.take(data.known);
    worker.onerror = event => {
      event.preventDefault();
      const lost = new Error('A worker of the analysis gave up.');
      helper.lose(lost);
      reject(lost);
    };
    worker.postMessage({ parser });
  });
}

class WorkerHelper implements CellHelper {
  constructor(private readonly _worker: Worker) {}

  read(sources: readonly string[]): Promise<KnownCell[]> {
    return new Promise((resolve, reject) => {
      if (this._lost) {
        reject(this._lost);
      }
      this._asked.push({ resolve, reject });
      this._worker.postMessage({ sources });
    });
  }

  take(known: KnownCell[]): void {
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
  private readonly _asked: { resolve: (known: KnownCell[]) => void; reject: (error: Error) => void }[] = [];
}
