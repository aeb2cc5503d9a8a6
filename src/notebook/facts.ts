/** What the analysis of one cell finds. Lines are 1-based within the cell, columns 0-based. */

export interface SyntaxProblem {
  message: string;
  line: number;
  column: number;
}

/** One `import` of a cell. */
export interface ImportFact {
  /** Dotted module as written, `.`-prefixed when relative. */
  module: string;
  /** Names bound by it; `*` for a star import. */
  names: string[];
  line: number;
}

/** How a name is used, in flow order within the cell (reference: Python language, chapter 4). */
export type UseKind =
  | 'bind'
  | 'mayBind'
  | 'read'
  | 'mayRead'
  | 'readLate'
  | 'readAnnotation'
  | 'update'
  | 'maybeUpdate'
  | 'delete'
  | 'mayDelete';

export interface NameUse {
  name: string;
  kind: UseKind;
  line: number;
  column: number;
}

/** `import`, `def`, `class` and literal constants can be copied as source instead of passed as data. */
export type StatementKind = 'import' | 'function' | 'class' | 'literal' | 'config' | 'code';

/** One top-level statement of a cell with what it touches outside itself. */
export interface StatementFacts {
  kind: StatementKind;
  /** First and last line, both included; decorators belong to it. */
  startLine: number;
  endLine: number;
  uses: NameUse[];
}

/** Everything known of one cell from its source alone; cached by the hash of the source. */
export interface CellFacts {
  /** Names bound after the cell ran, must or may; sorted. */
  defines: string[];
  /** Names wanted from outside, eager, late or in annotations, builtins left out; sorted. */
  needs: string[];
  imports: ImportFact[];
  statements: StatementFacts[];
  /** Constructs that cannot be followed (`exec`, star import, `%run`, unknown cell magic), each as a sentence. */
  opaque: string[];
  /** The cell uses IPython syntax, and so needs IPython where it runs. */
  magics: boolean;
  /** Set when the cell does not parse; the other facts are then empty or the last good ones. */
  syntaxError: SyntaxProblem | null;
}

/** A cell as it stands in a notebook file or model. */
export interface NotebookCell {
  id: string;
  /** Place among all cells of the notebook, from 0. */
  index: number;
  type: 'code' | 'markdown' | 'raw';
  source: string;
  tags: string[];
}

export interface Notebook {
  path: string;
  language: string;
  cells: NotebookCell[];
}

/** A code cell with its facts. */
export interface AnalyzedCell extends NotebookCell {
  /** Of `source`, as `CellRef.hash` stores it. */
  hash: string;
  facts: CellFacts;
  /** The facts are those of an earlier, parsable source. */
  stale: boolean;
}

export interface AnalyzedNotebook {
  path: string;
  language: string;
  /** Code cells in notebook order. */
  cells: AnalyzedCell[];
}

export type EdgeKind = 'data' | 'update' | 'maybe' | 'hoist' | 'file' | 'order';

/** `to` uses what `from` made. Lines point at the write and at the (first) read. */
export interface CellEdge {
  from: string;
  to: string;
  name: string;
  kind: EdgeKind;
  writeLine: number;
  readLine: number;
}

export interface CellProblem {
  rule: string;
  severity: 'error' | 'warning' | 'info';
  cell: string;
  line: number;
  message: string;
  fix?: string;
}

/** Lines of one cell, copied as source into a step that needs them. */
export interface SourceSlice {
  cell: string;
  startLine: number;
  endLine: number;
  source: string;
}
