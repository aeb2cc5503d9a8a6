/** A port of a packed step: its type as the pipeline names it, and whether its value travels as a file. */
export interface PackedPort {
  type: string;
  artifact: boolean;
  /**
   * The value is a file or folder at this path, relative to the folder of the notebook. With a slash behind it, it is a
   * folder, which is made where it is not there.
   */
  file?: string;
}

/** The name in a spec of the output `_`: the value of the expression that the last cell ends with. */
export const LAST_VALUE = 'last_value';

/**
 * Outputs of every step that runs cells, by their names and types: the executed notebook and a page made of it. They
 * are written whatever becomes of the step.
 */
export const RECORD_OUTPUTS = { weft_notebook: 'Artifact', weft_report: 'HTML' } as const;

/** What step.py needs to know of one step that runs cells; travels inside the step's command. */
export interface PackedStep {
  /** Path of the notebook, as messages and tracebacks name it. */
  notebook: string;
  /**
   * Source copied from other cells, run first, or, when `late`, once inputs are there. `startLine` is 1-based; `index` is
   * the cell's place, from 0.
   */
  prelude: { cell: string; startLine: number; source: string; index?: number; late?: true }[];
  /** Cells in the order in which they run; `index` is the place in the notebook, from 0. */
  cells: { id: string; index: number; source: string }[];
  inputs: Record<string, PackedPort>;
  outputs: Record<string, PackedPort>;
  /** The cells use IPython syntax, so the step runs in IPython's shell. */
  magics: boolean;
  /** Requirements that pip installs before the cells run; none when absent. */
  packages?: string[];
  /** Set when the step is a whole notebook, and not only when it happens to run all of its cells; for importers. */
  whole?: WholeNotebook;
}

/** What the node of a whole notebook reads from its tags. */
export interface WholeNotebook {
  /** Ids of the cells whose literals are its parameters. */
  parameters: string[];
}
