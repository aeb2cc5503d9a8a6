import { type Static, Type } from 'typebox';

/** State of a step or of a whole run, as drawn on nodes. */
export type RunState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'cached' | 'cancelled';

/** Place of a failure in the drawing; `line` is 1-based within the cell. */
export const Failure = Type.Object({ notebook: Type.String(), cell: Type.String(), line: Type.Integer() });
export type Failure = Static<typeof Failure>;

/** Paths of what a step of cells tells of itself: the executed notebook, and a page made of it. */
export const StepRecord = Type.Object({ notebook: Type.String(), report: Type.String() });
export type StepRecord = Static<typeof StepRecord>;

/** One step of a run; times are milliseconds since the epoch. */
export interface StepRun {
  node: string;
  state: RunState;
  started?: number;
  /** Set when it ended by itself, and when it never was to run; not when it ended with the run. */
  ended?: number;
  /** Why it failed or was skipped, in one sentence. */
  message?: string;
  /** What it printed last, at most LOG_LINES lines, newest last; a failed step's traceback names cell and line. */
  log: string[];
  failure?: Failure;
  /** Where its record lies, when that stays. */
  record?: StepRecord;
  /** Output parameters and metrics, by output name. */
  outputs: Record<string, unknown>;
}

/** One execution of a spec. */
export interface Run {
  id: string;
  pipeline: string;
  state: RunState;
  started: number;
  ended?: number;
  message?: string;
  steps: ReadonlyMap<string, StepRun>;
}
