import { dirname, relative, sep } from 'node:path';
import { layoutPipeline, resolve } from '../src/flow';
import { type AnalyzedNotebook, isPython, type Notebook, readNotebook } from '../src/notebook';
import { type Pipeline, writePipeline } from '../src/pipeline';
import { loadAnalyzer } from './parser';
import { readText } from './read-text';

/** A notebook as it lies on disk. */
export interface NotebookFile {
  path: string;
  text: string;
  notebook: Notebook;
  analyzed: AnalyzedNotebook;
}

/**
 * Reads a notebook and its cells.
 * @throws NotebookFileError, or UserError for a file that cannot be read
 */
export async function loadNotebook(path: string): Promise<NotebookFile> {
  const text = readText(path);
  const notebook = readNotebook(text, path);
  return { path, text, notebook, analyzed: (await loadAnalyzer()).notebook(notebook) };
}

/** Whether steps cannot run the cells, as they are not Python; says so. */
export function isForeign({ path, notebook }: NotebookFile): boolean {
  const foreign = !isPython(notebook);
  if (foreign) {
    process.stderr.write(`${path} is a notebook in ${notebook.language}, and steps run Python alone.\n`);
  }
  return foreign;
}

/** The path by which a pipeline file names a notebook; beside the notebook when there is no file. */
export function namedFrom(output: string | undefined, notebook: string): string {
  const from = dirname(output ?? notebook);
  return relative(from, notebook).split(sep).join('/');
}

/** The text of a pipeline drawn from one notebook, laid out. */
export function laidOut(pipeline: Pipeline, path: string, analyzed: AnalyzedNotebook): string {
  const flow = resolve(pipeline, {
    notebook: name => (name === path ? analyzed : { message: `${name} is not looked at.` })
  });
  return writePipeline({ ...pipeline, layout: layoutPipeline(flow) });
}
