import { layoutPipeline, resolve } from '../../flow';
import { type ImportReport, importSpec, readSpec, SpecFileError } from '../../kubeflow';
import { readNotebook } from '../../notebook';
import { newId, type Pipeline } from '../../pipeline';
import { loadAnalyzer } from '../parser';

/** A pipeline drawn from a spec, with what could not be drawn, and the notebooks that its cells come from. */
export interface DrawnSpec {
  pipeline: Pipeline;
  report: ImportReport;
  /** By path. */
  notebooks: Readonly<Record<string, unknown>>;
}

/**
 * Draws the pipeline of a spec and gives every node its place.
 * @param text YAML or JSON
 * @throws SpecFileError or SpecImportError when it is no spec, with a sentence that says why
 */
export async function drawSpec(text: string): Promise<DrawnSpec> {
  const analyzer = await loadAnalyzer();
  const { pipeline, report, notebooks } = importSpec(readSpec(text), { id: newId(), analyzer });
  const flow = resolve(pipeline, {
    notebook: path =>
      Object.hasOwn(notebooks, path)
        ? analyzer.notebook(readNotebook(JSON.stringify(notebooks[path]), path))
        : { message: `${path} was not found.` }
  });
  return { pipeline: { ...pipeline, layout: layoutPipeline(flow) }, report, notebooks };
}

/** Why a text could not be drawn, in one sentence. */
export function importFault(error: unknown): string {
  const { message, line } = error as SpecFileError;
  return error instanceof SpecFileError && line !== undefined ? `${message} (line ${line})` : message;
}
