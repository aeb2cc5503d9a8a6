import type { CellProblem, EdgeKind, GpuMark } from './facts';

/** Lines of one cell, copied as source into a step that needs them. */
export interface SourceSlice {
  cell: string;
  /** Place of the cell in the notebook, from 0. */
  index: number;
  startLine: number;
  endLine: number;
  source: string;
  /** It needs an input of the step while it runs, and so runs once inputs are there; the others run before. */
  late?: true;
}

/** A name that a step must get as data, or a file it reads. */
export interface StepNeed {
  name: string;
  /** The group that supplies it, or the cell that does and is in no group; absent when nothing does. */
  from?: { group: number } | { cell: string };
  kind: EdgeKind;
  /** As of `CellEdge`. */
  version?: number;
  made?: string;
  /** Where it is written; an empty cell when nowhere. */
  write: { cell: string; line: number };
  read: { cell: string; line: number };
  /** It rests on the last good facts of a cell that does not parse now. */
  stale: boolean;
  /** The step may do without. */
  soft: boolean;
  /** A cell of the step fails at once where the name is not there. */
  atOnce?: true;
  /** The file is a folder, which the step that supplies it perhaps leaves empty, or does not make. */
  folder?: true;
}

/**
 * A name of which the step would need two values: inputs are loaded once, before its first cell, so a
 * cell of the step would read another value than in the notebook. Its cells cannot run as one step.
 */
export interface StepClash {
  name: string;
  /** The cell outside the step that makes the value this read wants. */
  write: { cell: string; line: number };
  read: { cell: string; line: number };
}

/** A name whose first touch in a step is `name = literal`, where a parameter can take the place of the literal. */
export interface StepLiteral {
  name: string;
  cell: string;
  line: number;
}

export type StepRule =
  'alias-cut' | 'update-after-reader' | 'class-state' | 'handle-crosses-steps' | 'setting-moved';

/** What steps do otherwise than the notebook, because each gets copies of its inputs. */
export interface StepWarning {
  rule: StepRule;
  name: string;
  write: { cell: string; line: number };
  read: { cell: string; line: number };
  /** The cell of another step that has to be with the one that reads, where that is not the one that writes. */
  apart?: string;
  message: string;
  fix: string;
}

/** What one group of cells needs and gives when it runs as a step of its own. */
export interface StepPlan {
  /** Statements of other cells to run first, in notebook order. */
  prelude: SourceSlice[];
  needs: StepNeed[];
  clashes: StepClash[];
  /** Of its own cells and of its prelude. */
  literals: StepLiteral[];
  /**
   * Names it binds or changes that are still there at its end, and that can be passed on as data; `_` when its last
   * cell ends with an expression whose value is shown.
   */
  offers: string[];
  warnings: StepWarning[];
  /** Of its own cells. */
  problems: CellProblem[];
  /** The strongest mark of its cells, of the functions they call, and of the values they train or run. */
  gpu: GpuMark['level'] | 'none';
  /** Paths that its cells read and write, each once, in the order in which they are met. */
  files: { reads: string[]; writes: string[] };
  /** Its cells use IPython syntax. */
  magics: boolean;
}
