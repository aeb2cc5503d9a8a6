import { layoutPipeline, resolve } from '../../flow';
import { type ImportReport, importSpec, readSpec, SpecFileError } from '../../kubeflow';
import { newId, type Pipeline } from '../../pipeline';

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
export function drawSpec(text: string): DrawnSpec {
  const { pipeline, report, notebooks } = importSpec(readSpec(text), { id: newId() });
  // No place depends on what is in the notebooks, which are not written yet.
  const flow = resolve(pipeline, { notebook: path => ({ message: path }) });
  return { pipeline: { ...pipeline, layout: layoutPipeline(flow) }, report, notebooks };
}

/** Why a text could not be drawn, in one sentence. */
export function importFault(error: unknown): string {
  const { message, line } = error as SpecFileError;
  return error instanceof SpecFileError && line !== undefined ? `${message} (line ${line})` : message;
}
