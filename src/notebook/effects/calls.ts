import { mapped } from '../mapped';
import type { FileUse, GivenPaths, ImportFact, MethodFacts, PathPart } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, FunctionDef, Stmt } from '../python/ast';
import {
  childBlocks,
  childExpressions,
  dottedName,
  eachOperand,
  lastName,
  lastNames,
  rootName
} from '../python/walk';
import { words } from '../words';
import { FILE_CALLS } from './file-table';
import { filesOf, mayTouchFiles } from './files';
import { mayLoad, moduleOfPart, modulesOfCall } from './implied-modules';
import { localsOf, type Locals, NO_LOCALS } from './locals';
import { fileOfModule, filesOfImport } from './module-files';
import { LIKELY_MODULES } from './module-names';
import { pathParts } from './paths';
import { storesOf } from './stores';
import { OF_SCOPE, OPAQUE_CALLS, PURE } from './table';

/** What the calls of a statement tell besides names, functions and their bodies included. */
export interface CallFacts {
  files: FileUse[];
  opaque: string[];
  imports: ImportFact[];
  givenPaths: GivenPaths[];
  /** Of a class: what its methods do to files, and the paths that they put into attributes of their object. */
  methods: Map<string, MethodPaths>;
}

export type MethodPaths = Pick<MethodFacts, 'files' | 'stores'>;

export function readCalls(statement: Stmt): CallFacts {
  const facts: CallFacts = { files: [], opaque: [], imports: [], givenPaths: [], methods: new Map() };
  visitStatement(statement, facts, NO_LOCALS);
  return facts;
}

function visitStatement(statement: Stmt, facts: CallFacts, locals: Locals): void {
  const visit = (expression: Expr): void => {
    if (expression.kind === 'Call') {
      visitCall(expression, facts, locals);
    }
    eachOperand(expression, visit);
  };
  childExpressions(statement).forEach(visit);
  childBlocks(statement).forEach(block => block.forEach(inner => visitStatement(inner, facts, locals)));
  if (statement.kind === 'FunctionDef') {
    const own = localsOf(statement, locals);
    statement.body.forEach(inner => visitStatement(inner, facts, own));
  } else if (statement.kind === 'ClassDef') {
    const own = { ...NO_LOCALS, names: locals.names };
    for (const inner of statement.body) {
      if (inner.kind === 'FunctionDef' && locals === NO_LOCALS) {
        visitMethod(inner, facts);
      } else {
        visitStatement(inner, facts, own);
      }
    }
  }
  const shown = statement.kind === 'Expr' ? moduleOfPart(statement.value) : null;
  if (shown !== null) {
    facts.imports.push({ module: shown, names: [], line: statement.line });
  }
  if (statement.kind === 'Import' || statement.kind === 'ImportFrom') {
    facts.files.push(...filesOfImport(statement));
  }
  if (statement.kind === 'ImportFrom' && statement.names[0]?.name === '*') {
    facts.opaque.push(
      `from ${statement.module} import * binds names that only its module knows (line ${statement.line})`
    );
  }
}

function visitMethod(method: FunctionDef, facts: CallFacts): void {
  const files: FileUse[] = [];
  visitStatement(method, { ...facts, files }, NO_LOCALS);
  const stores = storesOf(method);
  if (files.length > 0 || stores) {
    facts.methods.set(method.name, { ...(files.length > 0 && { files }), ...(stores && { stores }) });
  }
}

/** Arguments as far as they may be paths; those of `*` and `**` may be any. */
function givenPaths({ args, keywords }: Call): GivenPaths['paths'] {
  const parts = (value: Expr): PathPart[] => pathParts(value) ?? [null];
  const given: GivenPaths['paths'] = mapped(args, (value, position) => ({
    parameter: value.kind === 'Starred' ? '*' : position,
    parts: parts(value)
  }));
  return keywords.length === 0
    ? given
    : [...given, ...mapped(keywords, ({ arg, value }) => ({ parameter: arg ?? '*', parts: parts(value) }))];
}

/** A function that may be one of the notebook, or a method of an object of such a class: `save`, `s.save`, `Saver().save`. */
function calleeOf({ func }: Call): { root: string; callee: string } | null {
  if (func.kind === 'Name') {
    return isGiven(func.id) ? null : { root: func.id, callee: func.id };
  }
  if (func.kind !== 'Attribute' || isOfLibraries(func.attr)) {
    return null;
  }
  const { value } = func;
  if (value.kind === 'Name') {
    return LIKELY_MODULES.has(value.id) ? null : { root: value.id, callee: `${value.id}.${func.attr}` };
  }
  return value.kind === 'Call' && value.func.kind === 'Name' && !isGiven(value.func.id)
    ? { root: value.func.id, callee: `${value.func.id}().${func.attr}` }
    : null;
}

/** Methods that are called in nearly every cell; those of classes of the notebook are seldom called so. */
const isOfLibraries = (method: string): boolean =>
  (PURE.has(method) || FILE_CALLS.has(method) || OF_CONTAINERS.has(method)) && !MAY_TOUCH_FILES.test(method);

const OF_CONTAINERS = words('append extend pop setdefault insert update add fit_transform');
const MAY_TOUCH_FILES =
  /^((save|load|dump|export)(_\w+)?|read|write|plot|render|evaluate|score|result|predict|log)$/;

function visitCall(call: Call, facts: CallFacts, locals: Locals): void {
  const { func } = call;
  const given = calleeOf(call);
  if (given !== null && !locals.names.has(given.root)) {
    facts.givenPaths.push({ callee: given.callee, paths: givenPaths(call) });
  }
  const last = lastName(func);
  if (last === null || !(mayTouchFiles(last) || mayLoad(func, last) || HIDING.has(last))) {
    return;
  }
  const callee = dottedName(func) ?? `?.${last}`;
  facts.files.push(...filesOf(call, callee, locals));
  for (const { module, named } of modulesOfCall(call, callee)) {
    facts.imports.push({ module, names: [], line: call.line });
    facts.files.push(...(named ? fileOfModule(module, call.line) : []));
  }
  const hides = OPAQUE_CALLS.get(callee);
  const isInner = OF_SCOPE.has(callee) && (call.args.length > 0 || isInFunction(locals));
  if (hides && !isInner) {
    facts.opaque.push(`${callee}() ${hides} (line ${call.line})`);
  } else if (
    func.kind === 'Attribute' &&
    SHELL_RUNS.has(func.attr) &&
    func.value.kind === 'Call' &&
    rootName(func.value.func) === 'get_ipython'
  ) {
    facts.opaque.push(`get_ipython().${func.attr}() runs code that is not in the cell (line ${call.line})`);
  }
}

/** Not at the top, where `locals()` are the names of the notebook. */
const isInFunction = (locals: Locals): boolean => locals !== NO_LOCALS;

/** Methods of IPython's shell that run code they are given as text. */
const SHELL_RUNS = words('run_cell run_line_magic run_cell_magic magic ex push');

const HIDING: ReadonlySet<string> = new Set([...lastNames(OPAQUE_CALLS.keys()), ...SHELL_RUNS]);
