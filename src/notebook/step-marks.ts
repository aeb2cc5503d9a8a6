import type { Notebook, StepMark } from './facts';

/** Key of a cell's metadata under which a notebook keeps its steps, where the user asked for it. */
export const MARK_KEY = 'weft';

/** A step as a notebook keeps it: cells in notebook order with the same mark. */
export interface KeptStep extends StepMark {
  /** Ids of its code cells. */
  cells: string[];
}

/** What stands under `metadata.weft` of a cell; undefined for anything that is no mark. */
export function readMark(value: unknown): StepMark | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { pipeline, node, step } = value as Record<keyof StepMark, unknown>;
  return typeof pipeline === 'string' && pipeline && typeof node === 'string' && node
    ? { pipeline, node, step: typeof step === 'string' ? step : '' }
    : undefined;
}

/**
 * The steps that a notebook keeps in its cells, by their first cells. Empty when none are kept.
 * @param pipeline id of the pipeline whose steps are asked for; those of all pipelines without it
 */
export function keptSteps(notebook: Notebook, pipeline?: string): KeptStep[] {
  const steps = new Map<string, KeptStep>();
  for (const { id, type, mark } of notebook.cells) {
    if (type === 'code' && mark && (pipeline === undefined || mark.pipeline === pipeline)) {
      const key = JSON.stringify([mark.pipeline, mark.node]);
      const step = steps.get(key) ?? { ...mark, cells: [] };
      step.cells.push(id);
      steps.set(key, step);
    }
  }
  return [...steps.values()];
}
