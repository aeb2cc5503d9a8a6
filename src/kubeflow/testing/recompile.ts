import { type Flow, resolve } from '../../flow';
import { type CellAnalyzer, readNotebook } from '../../notebook';
import { type Pipeline, readPipeline, writePipeline } from '../../pipeline';
import { compile } from '../compile';
import type { Compiled } from '../compiled';
import type { ImportedSpec } from '../import';

/** Compiles an imported pipeline after it went through its file. */
export function recompile(
  { pipeline, notebooks }: Pick<ImportedSpec, 'pipeline' | 'notebooks'>,
  analyzer?: CellAnalyzer
): Compiled {
  return compile(flowOf(throughFile(pipeline), notebooks, analyzer), { pools: [] }, 'kfp-2.18');
}

export const throughFile = (pipeline: Pipeline): Pipeline =>
  readPipeline(writePipeline(pipeline), 'imported.weft');

function flowOf(pipeline: Pipeline, notebooks: Record<string, unknown>, analyzer?: CellAnalyzer): Flow {
  return resolve(pipeline, {
    notebook: path =>
      analyzer && Object.hasOwn(notebooks, path)
        ? analyzer.notebook(readNotebook(JSON.stringify(notebooks[path]), path))
        : { message: `There is no ${path}.` }
  });
}
