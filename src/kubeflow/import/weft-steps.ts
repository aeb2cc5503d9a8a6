import { hashSource } from '../../notebook';
import type { CellRef } from '../../pipeline';
import { type PackedStep, unpackStep } from '../../runtime';
import type { ImportedTask } from './imported-task';
import { notebookJson, type Place, Sources } from './notebook-sources';

/** The steps of a spec that Weft made from cells, and the notebooks that give them again. */
export interface WeftSteps {
  /** By the id of the task's node. */
  steps: ReadonlyMap<string, PackedStep>;
  /** Notebook files of nbformat 4, by path. */
  notebooks: Record<string, unknown>;
}

/**
 * Unpacks the steps that Weft made, and puts their cells back where they stood. A step whose cells stand in the way
 * of those of another, as they come from different versions of a notebook, stays a container.
 */
export function weftSteps(tasks: readonly ImportedTask[]): WeftSteps {
  const steps = new Map<string, PackedStep>();
  const sources = new Map<string, Sources>();
  for (const task of tasks) {
    const step = task.inside ? undefined : unpack(task.executor.container?.command ?? []);
    if (step) {
      const known = sources.get(step.notebook) ?? new Sources();
      sources.set(step.notebook, known);
      const isOne =
        !step.whole ||
        known.setWhole(
          step.cells.map(({ id }) => id),
          step.whole.parameters
        );
      if (isOne && known.addAll(step.cells.map(cell => ({ ...cell, whole: true })))) {
        steps.set(task.id, step);
      }
    }
  }
  for (const [id, step] of steps) {
    const slices = step.prelude.map(({ cell, index = -1, source, startLine }): Place => ({
      id: cell,
      index,
      source: '\n'.repeat(Math.max(0, startLine - 1)) + source,
      whole: false
    }));
    if (!sources.get(step.notebook)?.addAll(slices)) {
      steps.delete(id);
    }
  }
  const paths = [...new Set([...steps.values()].map(({ notebook }) => notebook))].sort();
  return {
    steps,
    notebooks: Object.fromEntries(paths.map(path => [path, notebookJson(sources.get(path) ?? new Sources())]))
  };
}

/** The cells of a step as a node names them. */
export const cellRefs = ({ cells }: PackedStep): CellRef[] =>
  cells.map(({ id, source }) => ({ id, hash: hashSource(source) }));

/** What cannot be unpacked is no step of ours, or one that was spoilt on the way. */
function unpack(command: readonly string[]): PackedStep | undefined {
  try {
    const step = unpackStep(command);
    return step && isStep(step) ? step : undefined;
  } catch {
    return undefined;
  }
}

/** A spec may come from anywhere: its notebooks are written beside the pipeline, and nowhere else. */
const isBeside = (path: string): boolean =>
  /^[^/\\][^\\\0]*\.ipynb$/.test(path) && !path.split('/').includes('..') && !/^[a-z]+:/i.test(path);

const isText = (value: unknown) => typeof value === 'string';

function isStep({ notebook, cells, prelude, whole }: Partial<PackedStep>): boolean {
  const isCell = ({ id, index, source }: Partial<PackedStep['cells'][number]>) =>
    typeof id === 'string' && Number.isInteger(index) && typeof source === 'string';
  const isSlice = ({ cell, startLine, source }: Partial<PackedStep['prelude'][number]>) =>
    typeof cell === 'string' && Number.isInteger(startLine) && typeof source === 'string';
  return (
    typeof notebook === 'string' &&
    isBeside(notebook) &&
    Array.isArray(cells) &&
    cells.length > 0 &&
    cells.every(isCell) &&
    Array.isArray(prelude) &&
    prelude.every(isSlice) &&
    (whole === undefined || (Array.isArray(whole.parameters) && whole.parameters.every(isText)))
  );
}
