import { parentPort, workerData } from 'node:worker_threads';
import { createAnalyzer, type ParserBytes } from '../../src/notebook';

// A helper of the analysis as `src/lab/analysis/cell-helper.ts` starts one, in a thread of Node.
const analyzer = await createAnalyzer(workerData as ParserBytes, 0);
parentPort?.on('message', (sources: string[]) =>
  parentPort?.postMessage(JSON.stringify(analyzer.known(sources)))
);
parentPort?.postMessage('ready');
