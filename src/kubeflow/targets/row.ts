import type { Target } from '../target';
import type { PipelinePlace, TaskPlace } from './places';

/**
 * What becomes of something that is not honoured.
 * ignored: the rest runs as if it were not there. rejected: the server, or the runner, refuses the whole pipeline.
 * fails: the pipeline is taken, and the run fails or does something else than it says.
 */
export type Fate = 'ignored' | 'rejected' | 'fails';

/** Something of Kubeflow's format that some target does not honour: a field, or a construct. */
export interface Row {
  /** In kebab case. */
  id: string;
  /** What it is, as in "The step uses … ". */
  what: string;
  /** First release that honours it; absent when no release does, or when the row is about `local` alone. */
  since?: Target;
  /** First release whose server can read it: one before refuses it, so it must not be written. */
  known?: Target;
  /** What releases before `since` do with it. */
  argo?: Fate;
  /** What the SDK's local runner does with it. */
  local?: Fate;
  /** Why, as a clause. */
  why: string;
  /** One sentence: what to do, besides choosing a newer release. */
  fix?: string;
  /** Issues and pull requests of kubeflow/pipelines, or the file that says so. */
  source: string;
  /** The setting of a node, or of the pipeline, that it comes from. */
  field: string;
}

/** A row about something that a task uses. */
export interface TaskRow extends Row {
  inTask(place: TaskPlace): boolean;
}

/** A row about something that the pipeline as a whole uses. */
export interface PipelineRow extends Row {
  inPipeline(place: PipelinePlace): boolean;
}
