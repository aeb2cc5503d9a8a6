/**
 * Python's abstract syntax under CPython's names, reduced to what reading names needs.
 * Everything above the adapter sees this tree only, never the parser's.
 */

/** Lines are 1-based, columns 0-based (UTF-16 units). */
export interface Place {
  line: number;
  column: number;
}

/** The end is exclusive. */
export interface Span extends Place {
  endLine: number;
  endColumn: number;
}

interface Node<Kind extends string> extends Place {
  kind: Kind;
}

interface StatementNode<Kind extends string> extends Span {
  kind: Kind;
}

export interface Name extends Node<'Name'> {
  id: string;
}
export interface Constant extends Node<'Constant'> {
  /** `other` is None, True, False, `...`. */
  type: 'str' | 'bytes' | 'number' | 'other';
  /** The value of a string, a byte as the character of its number; else the source text. */
  text: string;
}
export interface Attribute extends Node<'Attribute'> {
  value: Expr;
  attr: string;
}
export interface Subscript extends Node<'Subscript'> {
  value: Expr;
  slice: Expr;
}
export interface Keyword {
  /** Null for `**mapping`. */
  arg: string | null;
  value: Expr;
}
export interface Call extends Node<'Call'> {
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
export interface Lambda extends Node<'Lambda'> {
  args: Arguments;
  body: Expr;
}
export interface Comprehension {
  async: boolean;
  target: Expr;
  iter: Expr;
  ifs: Expr[];
}
/** List, set and dict comprehensions run at once; a generator expression runs when it is iterated. */
export interface Comp extends Node<'Comp'> {
  type: 'List' | 'Set' | 'Dict' | 'Generator';
  lazy: boolean;
  elts: Expr[];
  generators: Comprehension[];
}
export interface NamedExpr extends Node<'NamedExpr'> {
  target: Name;
  value: Expr;
}
/** A display: tuple, list, set, or a dictionary's keys and values in order. */
export interface Display extends Node<'Tuple' | 'List' | 'Set' | 'Dict'> {
  elts: Expr[];
}
export interface Starred extends Node<'Starred'> {
  value: Expr;
}
/** Any operator whose operands are all evaluated, left to right. */
export interface Operation extends Node<'Operation'> {
  /** As written; those of a chain of comparisons are parted by blanks, `< not in`. */
  operator: string;
  operands: Expr[];
}
/** `and`, `or`, `a if b else c`: the first operand is evaluated, the others perhaps. */
export interface Choice extends Node<'BoolOp' | 'IfExp'> {
  operator: 'and' | 'or' | 'if';
  operands: Expr[];
}
/** `await`, `yield`, `yield from`. */
export interface Wrapper extends Node<'Await' | 'Yield' | 'YieldFrom'> {
  operands: Expr[];
}
/** An f-string or t-string. */
export interface JoinedStr extends Node<'JoinedStr'> {
  /** Its fields and those of their format specs. */
  operands: Expr[];
  /** Its text, as written, and its fields, in order; null for a field with a format or conversion. */
  pieces: (string | Expr | null)[];
}
export interface Slice extends Node<'Slice'> {
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}
/** What stands in the place of IPython syntax. */
export interface Magic extends Node<'Magic'> {
  /** Names in `$name`, `{expr}`: substituted when they exist. */
  reads: string[];
  binds: string[];
  updates: string[];
  /** Python that makes the same setting of the process. */
  setting?: string;
}
export type Expr =
  | Name
  | Constant
  | Attribute
  | Subscript
  | Call
  | Lambda
  | Comp
  | NamedExpr
  | Display
  | Starred
  | Operation
  | Choice
  | Wrapper
  | JoinedStr
  | Slice
  | Magic;

export interface Parameter extends Place {
  name: string;
  annotation: Expr | null;
  default: Expr | null;
  kind: 'positionalOnly' | 'plain' | 'args' | 'keywordOnly' | 'kwargs';
}
export type Arguments = Parameter[];

/** PEP 695 and 696: bounds and defaults are evaluated lazily. */
export interface TypeParam {
  kind: 'TypeVar' | 'TypeVarTuple' | 'ParamSpec';
  name: string;
  bound: Expr | null;
  default: Expr | null;
}

export interface FunctionDef extends StatementNode<'FunctionDef'> {
  async: boolean;
  name: string;
  decorators: Expr[];
  typeParams: TypeParam[];
  args: Arguments;
  returns: Expr | null;
  body: Stmt[];
}
export interface ClassDef extends StatementNode<'ClassDef'> {
  name: string;
  decorators: Expr[];
  typeParams: TypeParam[];
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
}
export interface Assign extends StatementNode<'Assign'> {
  targets: Expr[];
  value: Expr;
}
export interface AugAssign extends StatementNode<'AugAssign'> {
  target: Expr;
  /** As written, `+=`. */
  operator: string;
  value: Expr;
}
export interface AnnAssign extends StatementNode<'AnnAssign'> {
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  /** The target is a name without parentheses: it is a local even when nothing is assigned. */
  simple: boolean;
}
export interface TypeAlias extends StatementNode<'TypeAlias'> {
  name: string;
  typeParams: TypeParam[];
  value: Expr;
}
export interface For extends StatementNode<'For'> {
  async: boolean;
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends StatementNode<'While'> {
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends StatementNode<'If'> {
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface With extends StatementNode<'With'> {
  async: boolean;
  items: { context: Expr; target: Expr | null }[];
  body: Stmt[];
}
export interface MatchCase {
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}
export interface Match extends StatementNode<'Match'> {
  subject: Expr;
  cases: MatchCase[];
}
export interface ExceptHandler {
  type: Expr | null;
  name: Name | null;
  body: Stmt[];
}
export interface Try extends StatementNode<'Try'> {
  /** `except*`. */
  star: boolean;
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Alias extends Place {
  name: string;
  asname: string | null;
}
export interface Import extends StatementNode<'Import'> {
  names: Alias[];
}
export interface ImportFrom extends StatementNode<'ImportFrom'> {
  /** As written, `.`-prefixed when relative. */
  module: string;
  /** A single `*` for a star import. */
  names: Alias[];
}
export interface Scoping extends StatementNode<'Global' | 'Nonlocal'> {
  names: string[];
}
/** `return`, `raise`: the values are evaluated, then the block is left. */
export interface Leave extends StatementNode<'Return' | 'Raise'> {
  values: Expr[];
}
export interface Delete extends StatementNode<'Delete'> {
  targets: Expr[];
}
export interface Assert extends StatementNode<'Assert'> {
  values: Expr[];
}
export interface ExprStmt extends StatementNode<'Expr'> {
  value: Expr;
}
/** `%timeit`: a body that runs at once in a scope of its own. */
export interface Isolated extends StatementNode<'Isolated'> {
  body: Stmt[];
}
export interface Plain extends StatementNode<'Pass' | 'Break' | 'Continue'> {
  readonly none?: never;
}
export type Stmt =
  | FunctionDef
  | ClassDef
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Try
  | Import
  | ImportFrom
  | Scoping
  | Leave
  | Delete
  | Assert
  | ExprStmt
  | Isolated
  | Plain;

/** Any pattern: what it reads (class names, dotted values), what it captures, whether it always matches. */
export interface Pattern extends Node<'Pattern'> {
  reads: Expr[];
  captures: Name[];
  irrefutable: boolean;
}
