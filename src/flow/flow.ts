import type {
  AnalyzedNotebook,
  EdgeKind,
  Requirement,
  SourceSlice,
  SyntaxProblem,
  CellProblem,
  StepWarning
} from '../notebook';
import type { Binding, CellRef, Pipeline, PipelineNode, PortType, Repair } from '../pipeline';

/** Why a notebook could not be used. */
export interface NotebookFault {
  message: string;
  line?: number;
  column?: number;
}

/** Where `resolve` gets notebooks from: files, open models, or the cache in the shared document. */
export interface NotebookSource {
  /** The notebook at a path as the node names it, or why there is none. */
  notebook(path: string): AnalyzedNotebook | NotebookFault;
  /** The pipeline file of a sub-pipeline at a path as the node names it, or why there is none. */
  pipeline?(path: string): Pipeline | NotebookFault;
}

/**
 * ok: as drawn. changed: the cell is there with another source. moved: its id is gone, and one cell has the drawn
 * source. split: one of the pieces that a drawn cell was cut in. missing: not found.
 * unparsed: it does not parse, its last good facts are used. unread: its notebook could not be read.
 */
export type CellState = 'ok' | 'changed' | 'moved' | 'split' | 'missing' | 'unparsed' | 'unread';

/** A cell that may be meant by one that was drawn: it has the source that was drawn. */
export interface CellCandidate extends CellRef {
  /** Place in its notebook, from 0. */
  index: number;
  /** Where it is in another notebook of the pipeline: its path. */
  notebook?: string;
}

/** A cell of a node that runs cells, as found in its notebook. */
export interface FlowCell {
  /** The cell as it stands, with the hash that was drawn; as the node holds it when it was not found. */
  ref: CellRef;
  state: CellState;
  /** Place in the notebook, from 0; -1 when not found. */
  index: number;
  source: string;
  /** The heading directly above it. */
  heading?: string;
  syntaxError?: SyntaxProblem;
  /** The id under which the node holds it, where it stands under another now. */
  drawn?: string;
  /** The drawn cell that it is a piece of. */
  pieceOf?: string;
  /** The cells that have the drawn source, when this one does not. */
  candidates?: CellCandidate[];
}

export interface FlowPort {
  name: string;
  type: PortType;
  /** Inputs only: what feeds it; absent when nothing does. */
  binding?: Binding;
  /**
   * Inputs only: where the node keeps the binding of a setting that is no input of its component: the items of a
   * loop (`['items']`), a side of a condition (`['when', 'left']`), an importer's `['uri']`, or a setting such as
   * `['kubernetes', 'pvcMount', '0', 'pvcName']`. The name of such a port is this path joined by dots.
   */
  field?: readonly string[];
  /**
   * Of nodes that run cells: the value is a file or folder at this path, relative to the folder of the notebook. Outputs are
   * taken from there when the cells ran, inputs put there before they do. With a slash behind it, it is a folder, which is
   * made where it is not there.
   */
  file?: string;
  /** Outputs of groups and of the pipeline: what gives them, one for each branch when there are several. */
  sources?: readonly Binding[];
  /** Found in the code rather than decided by a user. */
  derived: boolean;
  optional: boolean;
  /** Inputs of whole notebooks: nothing feeds the parameter, so that it is this literal; the spec knows it not. */
  inCode?: FlowLiteral;
  /** Inputs of cells: no cell reads the name before it is defined, so what feeds it has no effect. */
  unread?: true;
  /** Unbound inputs of cells: where the name is written, when that cell is in no node. */
  writtenIn?: { notebook: string; cell: string; index: number };
  /** Inputs of cells that a parameter of the pipeline feeds: what a cell tagged for parameters sets the name to. */
  tagged?: TaggedValue;
  /** Inputs of cells that a parameter of the pipeline feeds: no cell of the notebook sets the name. */
  unset?: true;
}

/** A node with its ports as they stand. */
export interface FlowNode {
  id: string;
  node: PipelineNode;
  /** What the canvas and messages call it: its title, or one derived from its content. */
  title: string;
  inputs: FlowPort[];
  outputs: FlowPort[];
  /** Nodes that run cells only, in the order in which they run. */
  cells: FlowCell[];
  /** Nodes that run cells only: imports, functions, classes and constants copied from other cells, in order. */
  prelude: SourceSlice[];
  /**
   * `cells` nodes only: reads that one step cannot serve, because it loads its inputs once, before its first cell.
   * Names on which a user decided are left out.
   */
  clashes: EdgeReason[];
  /** Nodes that run cells only: names that its cells leave behind, and that can therefore be exported. */
  offers: string[];
  /** Nodes that run cells only: what made the names in `offers`, where the code says so; as `NameUse.made`. */
  made: Readonly<Record<string, string>>;
  /** Nodes that run cells only: paths that its cells write, which can be outputs. */
  writes: string[];
  /** Nodes that run cells only: literals of its own cells in whose place a parameter can be fed. */
  literals: FlowLiteral[];
  /** Nodes that run cells only: the names of each of its cells, in the order of `cells`; none for those not read. */
  names: CellNames[];
  /** Nodes that run cells only: top-level modules that the step imports. */
  imports: string[];
  /** Nodes that run cells only: the distributions that these come with. */
  requirements: Requirement[];
  /** Its cells use IPython, by its syntax or by its modules, which show things in its shell only. */
  magics: boolean;
  /** What its step does otherwise than the notebook, since it gets copies; absent when nothing. */
  warnings?: readonly StepWarning[];
  /** What is wrong with, or hidden in, its cells; absent when nothing. */
  problems?: readonly CellProblem[];
  /** What its cells use at once though a user removed what feeds it; absent when nothing. */
  removedNeeds?: readonly RemovedNeed[];
  /** Its cells hold what cannot be followed, such as `exec`: they may read and make more than is known. */
  opaque?: true;
  /** Of cells that are not in Python: the language of their notebook. */
  language?: string;
  /** Inside a sub-pipeline that is a file of its own: the id of that sub-pipeline's node. Not drawn, not edited. */
  fileOf?: string;
}

/** A line of code: the place of its cell in the notebook, from 0, that cell's id, the line from 1, and its text. */
export interface CodeLine {
  cell: number;
  id: string;
  line: number;
  code: string;
}

/** An assignment in a cell tagged for parameters. */
export interface TaggedValue extends CodeLine {
  /** As plain data; absent when it is no literal that a parameter can hold. */
  value?: unknown;
}

/** The two code lines behind a derived edge or a clash. */
export interface EdgeReason {
  name: string;
  notebook: string;
  write: CodeLine;
  read: CodeLine;
  /** Which state of the name is read, counted from 1 in notebook order. */
  version?: number;
  /** What made the value, as `NameUse.made`. */
  made?: string;
}

/** A name that cells read, though a user removed what feeds it. */
export interface RemovedNeed {
  name: string;
  read: CodeLine;
  /** The node that would give it, by its id, or the place of a cell in no node; absent when nothing does. */
  from?: string | number;
  /** Perhaps the read is not come to, or code that cannot be followed binds the name. */
  perhaps: boolean;
}

/** `name = literal` in a cell of a node. */
export interface FlowLiteral extends CodeLine {
  name: string;
  /** The literal as plain data; absent when JSON cannot hold it. */
  value?: unknown;
  /** The type of a parameter for it; absent where none says what it is for, such as `None`. */
  type?: PortType;
  /** The cell is tagged `parameters`. */
  tagged: boolean;
}

/** What one cell reads from outside, what it binds or changes, and the paths that it writes. */
export interface CellNames {
  cell: string;
  reads: readonly string[];
  makes: readonly string[];
  writes: readonly string[];
}

/** A drawn binding or order. */
export interface FlowEdge {
  /** Made of its four ends, the same on every peer. */
  id: string;
  source: string;
  /** Absent for order edges; one that also brings how its source ended has a target port. */
  sourcePort?: string;
  target: string;
  targetPort?: string;
  kind: Exclude<EdgeKind, 'hoist'>;
  derived: boolean;
  /** Drawn grey: it rests on the last good parse of a cell that does not parse now. */
  stale: boolean;
  why?: EdgeReason;
}

/** A pipeline plus the bindings found by reading its cells: what is drawn, checked and compiled. */
export interface Flow {
  /** Sanitised: no dangling references. */
  pipeline: Pipeline;
  /** What was left out of the pipeline, and of the files in it, because it leads nowhere or round in a circle. */
  repairs: readonly Repair[];
  nodes: ReadonlyMap<string, FlowNode>;
  /** Ids of the nodes directly in each group, sorted; those in no group are under the empty id. */
  children: ReadonlyMap<string, readonly string[]>;
  /** Outputs of the whole pipeline. */
  outputs: readonly FlowPort[];
  edges: FlowEdge[];
  /**
   * Ids of the nodes that compile to tasks, each after all it depends on: a group, then what it holds, then what
   * follows the group. Those on a cycle come last in their group.
   */
  order: string[];
  /** Node ids of each cycle: nodes of one group, where groups stand for what they hold. */
  cycles: string[][];
  /** Notebooks and pipeline files that could not be read, by path. */
  faults: ReadonlyMap<string, NotebookFault>;
}
