/** State of a step or of a whole run, as drawn on nodes. */
export type RunState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'cached' | 'cancelled';

/** One step of a run; times are milliseconds since the epoch. */
export interface StepRun {
  node: string;
  state: RunState;
  started?: number;
  ended?: number;
  /** Why it failed or was skipped, in one sentence. */
  message?: string;
  /** What it printed, newest last; a failed step's traceback names the cell and line. */
  log: string[];
  /** Place of the failure in the drawing. */
  failure?: { notebook: string; cell: string; line: number };
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

/** What a runner says while it works; one JSON object a line. */
export type RunEvent =
  | { event: 'run-started'; time: number; steps: string[] }
  | { event: 'step-started'; time: number; node: string }
  | { event: 'step-log'; time: number; node: string; text: string }
  | {
      event: 'step-ended';
      time: number;
      node: string;
      state: 'succeeded' | 'failed' | 'skipped' | 'cached' | 'cancelled';
      message?: string;
      failure?: StepRun['failure'];
      outputs?: Record<string, unknown>;
    }
  | { event: 'run-ended'; time: number; state: 'succeeded' | 'failed' | 'cancelled'; message?: string };
