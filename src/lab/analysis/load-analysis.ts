import { loadAnalyzer, parserBytes } from '../parser';
import { CellsReader } from './cells-reader';
import { PageHost, startWorker } from './client';
import { NotebookAnalysis } from './notebook-analysis';
import { NotebookReader } from './notebook-reader';

let analysis: Promise<NotebookAnalysis> | undefined;

const pageHost = async () => new PageHost(new NotebookReader(new CellsReader(await loadAnalyzer())));

/** The analysis of notebooks, in a worker where there can be one; shared by all editors. A failed load is tried again. */
export function loadAnalysis(): Promise<NotebookAnalysis> {
  analysis ??= parserBytes()
    .then(async parser => new NotebookAnalysis(startWorker(parser) ?? (await pageHost()), pageHost))
    .catch(error => {
      analysis = undefined;
      throw error;
    });
  return analysis;
}
