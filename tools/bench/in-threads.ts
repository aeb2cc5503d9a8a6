import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CellHelper, CellsReader } from '../../src/lab/analysis/cells-reader';
import type { Answer } from '../../src/lab/analysis/messages';
import { NotebookReader } from '../../src/lab/analysis/notebook-reader';
import { createAnalyzer, type KnownCell, type Notebook, type ParserBytes } from '../../src/notebook';

/** How many threads read a large notebook: as many as workers do in a browser on this machine. */
export const THREADS = Math.min(4, Math.max(2, availableParallelism()));

let helpers: Promise<CellHelper>[] | undefined;

/**
 * Reads a notebook as the analysis worker does when it has helpers: they are there and no cell is known. Each answer is
 * copied, as it is on its way to the page.
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
    const told: Answer[] = [];
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
      told.push(structuredClone(answer));
    }
    sources.endHelpers();
    return told;
  };
}

function startThread(parser: ParserBytes, path: string): Promise<CellHelper> {
  const thread = new Worker(path, { workerData: parser });
  const asked: ((known: KnownCell[]) => void)[] = [];
  return new Promise(resolve => {
    thread.once('message', () => {
      thread.on('message', (known: KnownCell[]) => {
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
