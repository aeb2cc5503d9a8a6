import type { ParserBytes } from '../../notebook';
import type { Answer, ReadFile, ReadModel } from './messages';
import type { NotebookReader } from './notebook-reader';

/** The worker is there no more; what was asked of it has to be asked again, whole. */
export class WorkerLost extends Error {}

type Take = (answer: Answer) => void;

/** Answers requests for what notebooks say. */
export interface AnalysisHost {
  /** Hands each answer on; the last one is `done` or `fault`. Rejects with `WorkerLost` when none can come. */
  ask(request: ReadFile | ReadModel, take: Take): Promise<void>;
  forget(key: string): void;
}

/** Starts a worker that has the parser; undefined where there are none, or the page's policy forbids them. */
export function startWorker(parser: ParserBytes): AnalysisHost | undefined {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./analysis.worker.js', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
  worker.postMessage({ parser });
  return new WorkerHost(worker);
}

class WorkerHost implements AnalysisHost {
  constructor(private readonly _worker: Worker) {
    _worker.onmessage = ({ data }: MessageEvent<Answer | { lost: true }>) =>
      'lost' in data ? this._lose() : this._jobs.get(data.job)?.take(data);
    _worker.onerror = event => {
      event.preventDefault();
      this._lose();
    };
  }

  async ask(request: ReadFile | ReadModel, take: Take): Promise<void> {
    if (this._lost) {
      throw new WorkerLost();
    }
    const { job } = request;
    try {
      await new Promise<void>((resolve, reject) => {
        this._jobs.set(job, {
          take: answer => {
            take(answer);
            if ('done' in answer || 'fault' in answer) {
              resolve();
            }
          },
          fail: () => reject(new WorkerLost())
        });
        this._worker.postMessage(request);
      });
    } finally {
      this._jobs.delete(job);
    }
  }

  forget(key: string): void {
    this._worker.postMessage({ forget: key });
  }

  private _lose(): void {
    this._lost = true;
    this._worker.terminate();
    this._jobs.forEach(({ fail }) => fail());
  }

  private readonly _jobs = new Map<number, { take: Take; fail: () => void }>();
  private _lost = false;
}

/** Does the work on the page, with a pause after each bit of it. */
export class PageHost implements AnalysisHost {
  constructor(private readonly _reader: NotebookReader) {}

  async ask(request: ReadFile | ReadModel, take: Take): Promise<void> {
    for await (const answer of this._reader.answers(request)) {
      take(answer);
      await new Promise(resolve => setTimeout(resolve));
    }
  }

  forget(key: string): void {
    this._reader.forget(key);
  }
}
