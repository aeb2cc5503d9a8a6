import type { GpuMark } from '../facts';
import type { LiteralValue } from '../literal-value';

/** What a cell does on the whole; a pipeline's work goes down this list. */
export const STAGES = ['load', 'prepare', 'train', 'restore', 'evaluate', 'save'] as const;
export type Stage = (typeof STAGES)[number];

/** Why a step begins where it does. */
type CutReason =
  | { code: 'kept' }
  | { code: 'first' }
  | { code: 'heading'; heading: string }
  | { code: 'gpu'; sign: string }
  | { code: 'cpu' }
  | { code: 'slow'; seconds: number }
  | { code: 'trains'; call: string }
  | { code: 'afresh'; call: string }
  | { code: 'stage'; from: Stage; to: Stage }
  | { code: 'join'; names: string[] }
  | { code: 'helpers'; names: string[] };

/** Why cells are in one step. */
type TogetherReason =
  | { code: 'handle'; name: string; made: string }
  | { code: 'alias'; name: string }
  | { code: 'class-state'; name: string }
  | { code: 'two-values'; name: string }
  | { code: 'rests-on'; name: string }
  | { code: 'set-between'; cell: number }
  | { code: 'changes'; name: string }
  | { code: 'shows'; cells: number }
  | { code: 'own-helpers'; names: string[] };

/** Why a cell is in no step and its statements are copied into those that need them. */
type PreludeReason =
  | { code: 'imports' }
  | { code: 'definitions'; names: string[] }
  | { code: 'constants'; names: string[] }
  | { code: 'parameters'; names: string[] }
  | { code: 'settings' };

/** Why a cell need not run. */
type SkipReason =
  | { code: 'empty' }
  | { code: 'tagged' }
  | { code: 'installs'; packages: string[] }
  | { code: 'unread'; names: string[] }
  | { code: 'syntax'; line: number; message: string };

/** A reason as data: `reasonText` says it in a sentence. */
export type Reason = CutReason | TogetherReason | PreludeReason | SkipReason;

export interface ProposedStep {
  /** Ids of its cells, in notebook order. */
  cells: string[];
  title: string;
  gpu: GpuMark['level'] | 'none';
  /** Where it begins first, then what holds it together. */
  why: Reason[];
}

/** A cell that is in no step. */
export interface SpareCell {
  cell: string;
  why: Reason;
}

/** A literal that becomes a parameter of the pipeline, with its value as the default. */
export interface ProposedParameter extends LiteralValue {
  cell: string;
  name: string;
}

/**
 * A notebook as steps. Every code cell is in one step, or skipped, or in the prelude: its statements are then copied
 * into each step that needs them.
 */
export interface Proposal {
  steps: ProposedStep[];
  skipped: SpareCell[];
  prelude: SpareCell[];
  /** Literals of cells with the tag `parameters`, in notebook order. */
  parameters: ProposedParameter[];
}
