/** What the analysis of one cell finds. Lines are 1-based within the cell, columns 0-based. Uses tell their lines alone. */

export interface SyntaxProblem {
  message: string;
  line: number;
  column: number;
}

/** One `import` of a cell, or a call that imports: `import_module("a")`, `df.to_parquet(…)`. */
export interface ImportFact {
  /** Dotted module as written, `.`-prefixed when relative. */
  module: string;
  /** Names bound by it; `*` for a star import; none for a call. */
  names: string[];
  /** The code around goes on without the module. */
  optional?: true;
  /** What each name stands for, dotted: `np` for `numpy`. Absent where that is not known: star and relative imports. */
  origins?: Record<string, string>;
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
  /** Reads: the value is called here, `f(…)`. */
  called?: true;
  /** Reads: it is called for what it does, its value is dropped. */
  dropped?: true;
  /**
   * Reads: the value is an argument of a call of a plain name, at this position or under this keyword. `.name` calls a
   * method, whose position 0 is the object before the dot.
   */
  passedTo?: Passing;
  /** Reads: an attribute of it is read, by this name, or an item of it, `[]`. */
  takes?: string;
  /** Reads: of what is called, or has a function called, that is given a generator of random numbers of its own. */
  seeded?: true;
  /** Reads: the code goes on without the name, as it catches its absence by name, or any failure. */
  guarded?: 'NameError' | 'any';
  /** Late reads: by a lambda that goes into a value, which may be called wherever the value is used. */
  kept?: true;
  /**
   * Binds by `+=` and its like, which change an object that can be changed, and make a new one of any other; changes of an
   * object of which a part is added to like that, `x.a += 1`.
   */
  augmented?: true;
  /**
   * Changes: those of a part of the object, `x.a.append(1)`. Reads: a part of it is given to a call, or may be, `f(x.a)`.
   */
  part?: true;
  /**
   * The attribute or key by which that part is reached, as of `memberName`; of other changes the one that is set, `x.a = 1`,
   * and of other reads the one that is read.
   */
  member?: string;
  /** Binds: other names of the same object, or of the object it is a part of. */
  aliases?: string[];
  /**
   * Binds by `name = value`: what made the value. The dotted name of what is called, with the aliases of imports
   * of the same cell resolved (`pandas.read_csv`), `literal:<type>`, `generator` or `lambda`.
   */
  made?: string;
  /** Binds of what is spelt out with arrays in it, or is a slice of what may be one: `+=` changes these in place. */
  arrays?: true;
  /** Binds by `a, b = f(…)` and `a = f(…)[0]`: what is called, as of `made`, and the place in what it gives. */
  unpacked?: { made: string; item: number };
  /** Binds by `name = object.method`. */
  method?: { of: string; name: string };
  /** Binds of what may be a path: its pieces. */
  path?: PathPart[];
  /**
   * Binds: names of the very same object, of those bound to it by the same statement (`a = b = []`), and of objects
   * that it holds and changes, as an optimiser its model, or contains, or is a part of. Changes: what it contains
   * then.
   */
  shares?: ObjectShare[];
}

/** Where a value is given to a call. */
export interface Passing {
  /** `(name)`: what the function around is given for this parameter of its own. */
  callee: string;
  /** `*2`: what it contains is given from this position on; `**`: by keyword; `()`: the function itself. */
  parameter: number | string;
  /** What the method is called on, dotted, where that may be a module whose function changes an argument, or draws. */
  of?: string;
  /** The method is called on what a call gave, `f(x).g()`, which may be another object. */
  chained?: true;
  /** The object is in a list, tuple, set or dictionary that is given: `f([x])`. */
  inside?: true;
  /** What becomes of what the call gives, or of a part of that: it is changed, or handed on. */
  then?: 'changed' | Passing;
}

/** How the object of a name is bound up with that of another. */
export interface ObjectShare {
  name: string;
  how: 'same' | 'twin' | 'holds' | 'contains' | 'part' | 'view' | 'draws';
  /** It contains parts of the object, rather than the object itself. */
  part?: true;
  /** The attribute or key by which the parts are reached, as of `memberName`. */
  member?: string;
  /** Of an array: which part of it, as of `Region`. */
  region?: string[];
  /** Stored under a key, `a[k] = b`: containers then hold the object itself, tables and arrays a copy. */
  key?: true;
}

/** What a function, class or lambda of a cell does to names of the notebook once it is used. */
export interface FunctionFacts {
  name: string;
  kind: 'function' | 'class' | 'lambda';
  line: number;
  /** Names of its parameters in order, `*args` and `**kwargs` left out. */
  parameters: string[];
  /** Uses of the notebook's names by the body, in flow order; bodies of methods and inner functions included. */
  late: NameUse[];
  /** Parameters whose object the body changes; `augmented` as of `NameUse`. */
  updates: { parameter: string; sure: boolean; augmented?: true; part?: true }[];
  /** Parameters handed on to a function of the notebook, or parts of them. */
  passes: { parameter: string; to: Passing; part?: true }[];
  /** `*args` with the position where it begins, and `**kwargs`; their updates are of what they contain. */
  gathers?: { args?: string; from: number; kwargs?: string };
  /** Parameters whose object the body makes that of another parameter contain: `self.data = data`. */
  keeps?: { parameter: string; by: string }[];
  /** What a call of it gives of the notebook's objects, or of those it is given. */
  gives?: GivenBack[];
  /** Files the body touches. */
  files: FileUse[];
  /** A call of it gives a generator. */
  yields?: true;
  /** Classes: the names of classes that it is made from. */
  bases?: string[];
  /** Classes: its methods, by which objects of it, and what they are given, may change. */
  methods?: MethodFacts[];
  /** Classes: what makes the values of attributes of its objects, as of `NameUse.made`. */
  attributes?: Record<string, string[]>;
  /**
   * The first line at which a method changes its class, `cls.count += 1`; of a function that changes the default of a
   * parameter, its own.
   */
  changesItself?: number;
  /** It gives a logger, which is the same one whenever it is called. */
  givesLogger?: true;
  /** What it gives is, or contains, a function that it makes. */
  givesFunction?: true;
  /** The first line at which a function that it makes and gives changes what it closes over. */
  givesState?: number;
}

/** What a function gives has something in common with the object of a name: as of `Shared` in effects/sharing.ts. */
export interface GivenBack {
  name: string;
  /** The name is that of a parameter. */
  parameter?: true;
  down: number;
  up: number;
  /** Its place in the tuple that is given. */
  item?: number;
  /** It is among what a generator gives, rather than what the call gives. */
  yielded?: true;
}

/** What a method does to the objects it is given, its own first. */
export type MethodFacts = Pick<
  FunctionFacts,
  'name' | 'parameters' | 'updates' | 'passes' | 'keeps' | 'gives' | 'gathers'
> & {
  /** It runs where it is read as an attribute. */
  property?: true;
  /** `@dataclass` writes it: its parameters are fields, and those of base classes come first. */
  fields?: true;
  /** Files it touches. */
  files?: FileUse[];
  /** Paths that it puts into attributes of its object. */
  stores?: StoredPaths;
};

/**
 * A piece of a path: its text, or a name that stands for some (`OUT`, or `CFG.out`, a place in its object), which may be a
 * parameter of the function around, with what it is by default; null where nothing is known of it.
 */
export type PathPart = string | { name: string; parameter?: true; default?: PathPart[] } | null;

/**
 * The names of places, `CFG.out` for `CFG.out` and `CFG["out"]`, each with the path that it holds; null for other values.
 */
export type StoredPaths = [place: string, path: PathPart[] | null][];

/** Paths that a call gives to a function, by position or keyword; by `*` more that are not known. */
export interface GivenPaths {
  /** `save`, the method `s.save`, or `Saver().save` of what a class of the notebook makes. */
  callee: string;
  paths: { parameter: number | string; parts: PathPart[] }[];
}

/** A file named by a path that the code spells out. */
export interface FileUse {
  /** Empty where names stand for some of it. */
  path: string;
  /** Its pieces, where names stand for some of it. */
  parts?: PathPart[];
  /** An import: it reads those files of this dotted module that the notebook wrote before; the path is then empty. */
  module?: string;
  /** It reads what is in a folder, or what fits a pattern (`*`), or makes a folder. */
  folder?: true;
  /** `logging` writes this file from now on; with no path: something is logged, into the files that it writes. */
  log?: true;
  mode: 'read' | 'write' | 'delete';
  line: number;
}

/** `import`, `def`, `class` and literal constants can be copied as source instead of passed as data. */
export type StatementKind = 'import' | 'function' | 'class' | 'literal' | 'hardware' | 'config' | 'code';

/** One top-level statement of a cell with what it touches outside itself. */
export interface StatementFacts {
  kind: StatementKind;
  /** First and last line, both included; decorators belong to it. */
  startLine: number;
  endLine: number;
  /** 0-based; a line may hold several statements. The end is exclusive. */
  startColumn: number;
  endColumn: number;
  /** In flow order, as seen from outside the statement. */
  uses: NameUse[];
  /** Functions, classes and lambdas it binds to names. */
  functions: FunctionFacts[];
  files: FileUse[];
  /** What its calls give to functions that may be of the notebook. */
  givenPaths?: GivenPaths[];
  /** Paths that it puts into attributes and under keys. */
  storedPaths?: StoredPaths;
  /** Settings made by a magic: Python that does the same, as steps copy it. */
  setting?: string;
  /** An expression whose value is shown where the statement is the last of its cell. */
  shown?: true;
}

/** A sign in the code that it runs on a GPU: `needs` fails without one, `would` uses one if there is one. */
export interface GpuMark {
  level: 'needs' | 'would';
  line: number;
  /** The code that says so, such as `.cuda()`. */
  sign: string;
}

/** Everything known of one cell from its source alone; cached by the hash of the source. */
export interface CellFacts {
  /** Names bound after the cell ran, must or may; sorted. */
  defines: string[];
  /** Names wanted from outside, eager, late or in annotations, builtins left out; sorted. */
  needs: string[];
  imports: ImportFact[];
  statements: StatementFacts[];
  /** Requirements of `%pip install` lines and their like, as written. */
  installs: string[];
  gpu: GpuMark[];
  /** Constructs that cannot be followed (`exec`, star import, `%run`, unknown cell magic), each as a sentence. */
  opaque: string[];
  /** The cell uses IPython syntax, and so needs IPython where it runs. */
  magics: boolean;
  /** Set when the cell does not parse; the other facts are then empty or the last good ones. */
  syntaxError: SyntaxProblem | null;
}

/** What the source of a cell tells; found from the source alone. */
export interface KnownCell {
  hash: string;
  facts: CellFacts;
}

/** Which step of which pipeline a cell is in, as a notebook keeps it under `metadata.weft` of the cell. */
export interface StepMark {
  /** Id of the pipeline. */
  pipeline: string;
  /** Id of the node. */
  node: string;
  /** Title of the node. */
  step: string;
}

/** A cell as it stands in a notebook file or model. */
export interface NotebookCell {
  id: string;
  /** Place among all cells of the notebook, from 0. */
  index: number;
  type: 'code' | 'markdown' | 'raw';
  source: string;
  tags: string[];
  /** How long its last run took, where JupyterLab recorded it. */
  seconds?: number;
  /** Only where the user asked for steps to be kept in the notebook. */
  mark?: StepMark;
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
  /** Text of the Markdown heading directly above it, with no code in between. */
  heading?: string;
  facts: CellFacts;
  /** The facts are those of an earlier, parsable source. */
  stale: boolean;
  /** The normalised text the facts were read from; lines of statements refer to it. */
  factsSource: string;
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
  /** Which state of the name is read: its binds and changes in notebook order, from 1. Files have none. */
  version?: number;
  /** What made the value, as `NameUse.made`, with the aliases of imports of all cells resolved. */
  made?: string;
  writeLine: number;
  readLine: number;
}

export type CellRule =
  'cell-syntax' | 'cell-opaque' | 'name-unresolved' | 'name-defined-later' | 'name-deleted' | 'hidden-output';

export interface CellProblem {
  rule: CellRule;
  severity: 'error' | 'warning' | 'info';
  cell: string;
  line: number;
  /** The name it is about, where it is about one. */
  name?: string;
  message: string;
  fix?: string;
  /** Of a step: cells above, by their place among all, whose names the code reaches in the notebook and not there. */
  apart?: number[];
}
