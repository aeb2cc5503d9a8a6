import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CellHelper, CellsReader } from '../../src/lab/analysis/cells-reader';
import { NotebookReader } from '../../src/lab/analysis/notebook-reader';
import { createAnalyzer, type Notebook, type ParserBytes } from '../../src/notebook';

/** How many threads read a large notebook: as many as workers do in a browser on this machine. */
export const THREADS = Math.min(4, Math.max(2, availableParallelism()));

let helpers: Promise<CellHelper>[] | undefined;

/**
 * Reads a notebook as the analysis worker does when it has helpers: they are there and no cell is known. Each answer is
 * posted, as it is to the page, which has a thread of its own to take it in.
 */
export async function inThreads(
  parser: ParserBytes,
  thread: string
): Promise<(notebook: Notebook) => unknown> {
  helpers ??= Array.from({ length: THREADS - 1 }, () => startThread(parser, thread));
  await Promise.all(helpers);
  const started = helpers.values();
  const start = () => started.next().value ?? Promise.reject(new Error('All helpers are there.'));
  const sources = new CellsReader(await createAnalyzer(parser), THREADS - 1, start);
  const reader = new NotebookReader(sources);
  return async ({ path, language, cells }) => {
    const { port1, port2 } = new MessageChannel();
    const request = {
      job: 1,
      key: path,
      path,
      drawn: [],
      language,
      cells: cells.map(({ source: _, ...cell }) => ({ ...cell, text: cell.index })),
      texts: cells.map(({ source, index }): [number, string] => [index, source])
    };
    for await (const answer of reader.answers(request)) {
      port1.postMessage(answer);
    }
    sources.endHelpers();
    port2.close();
  };
}

function startThread(parser: ParserBytes, path: string): Promise<CellHelper> {
  const thread = new Worker(path, { workerData: parser });
  const asked: ((known: string) => void)[] = [];
  return new Promise(resolve => {
    thread.once('message', () => {
      thread.on('message', (known: string) => {
        asked.shift()?.(known);
        if (asked.length === 0) {
          thread.unref();
        }
      });
      // it keeps the process only while something is asked of it
      thread.unref();
      resolve({
        read: sources =>
          new Promise(take => {
            asked.push(take);
            thread.ref();
            thread.postMessage(sources);
          }),
        end: () => undefined
      });
    });
  });
}
