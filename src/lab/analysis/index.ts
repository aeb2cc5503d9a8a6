export { loadAnalysis } from './load-analysis';
export { NotebookAnalysis, NotebookReadError, type ReadContext } from './notebook-analysis';
