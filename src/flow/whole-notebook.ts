import { type AnalyzedCell, type AnalyzedNotebook, SKIP } from '../notebook';
import type { FlowCell } from './flow';

/** The cells of a notebook that run when it runs as one step, in its order. */
export function runningCells(notebook: AnalyzedNotebook): AnalyzedCell[] {
  const { cells } = notebook;
  const running = known.get(notebook) ?? cells.filter(({ tags }) => !tags.includes(SKIP));
  known.set(notebook, running);
  return running;
}

/** The same cells for the same notebook, so that they are planned once. */
const known = new WeakMap<AnalyzedNotebook, AnalyzedCell[]>();

/** The same as the node of the notebook shows them: always as they stand, since the node stores none. */
export function wholeCells(notebook: AnalyzedNotebook): FlowCell[] {
  return runningCells(notebook).map(({ id, hash, index, source, facts: { syntaxError } }) => ({
    ref: { id, hash },
    state: syntaxError ? 'unparsed' : 'ok',
    index,
    source,
    ...(syntaxError && { syntaxError })
  }));
}
