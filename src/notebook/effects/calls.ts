import type { FileUse, GivenPaths, ImportFact, MethodFacts } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, FunctionDef, Stmt } from '../python/ast';
import { childBlocks, childExpressions, dottedName, eachOperand, rootName } from '../python/walk';
import { words } from '../words';
import { FILE_CALLS } from './file-table';
import { filesOf } from './files';
import { moduleOfPart, modulesOfCall } from './implied-modules';
import { localsOf, type Locals, NO_LOCALS } from './locals';
import { fileOfModule, filesOfImport } from './module-files';
import { pathParts, rootOf } from './paths';
import { storesOf } from './stores';
import { OPAQUE_CALLS, PURE } from './table';

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
  const given: [number | string, Expr][] = [
    ...args.map((value, position): [number | string, Expr] => [
      value.kind === 'Starred' ? '*' : position,
      value
    ]),
    ...keywords.map(({ arg, value }): [string, Expr] => [arg ?? '*', value])
  ];
  return given.map(([parameter, value]) => ({ parameter, parts: pathParts(value) ?? [null] }));
}

/** A function that may be one of the notebook, or a method of an object of such a class: `save`, `s.save`, `Saver().save`. */
function calleeOf({ func }: Call): string | null {
  if (func.kind === 'Name') {
    return isGiven(func.id) ? null : func.id;
  }
  if (func.kind !== 'Attribute' || isOfLibraries(func.attr)) {
    return null;
  }
  const { value } = func;
  if (value.kind === 'Name') {
    return MODULES.has(value.id) ? null : `${value.id}.${func.attr}`;
  }
  return value.kind === 'Call' && value.func.kind === 'Name' && !isGiven(value.func.id)
    ? `${value.func.id}().${func.attr}`
    : null;
}

/** What modules are called that cells call functions of, so that no object of a notebook is. */
const MODULES = words(`
  np pd plt sns os sys re tf torch nn F json random math time warnings subprocess joblib shutil pickle zipfile lgb xgb
  stats sparse px go st pl pq cv2 logging datetime
`);

/** Methods that are called in nearly every cell; those of classes of the notebook are seldom called so. */
const isOfLibraries = (method: string): boolean =>
  (PURE.has(method) || FILE_CALLS.has(method) || OF_CONTAINERS.test(method)) && !MAY_TOUCH_FILES.test(method);

const OF_CONTAINERS = /^(append|extend|pop|setdefault|insert|update|add|fit_transform)$/;
const MAY_TOUCH_FILES =
  /^((save|load|dump|export)(_\w+)?|read|write|plot|render|evaluate|score|result|predict|log)$/;

function visitCall(call: Call, facts: CallFacts, locals: Locals): void {
  const callee = dottedName(call.func) ?? (call.func.kind === 'Attribute' ? `?.${call.func.attr}` : null);
  if (callee === null) {
    return;
  }
  facts.files.push(...filesOf(call, callee, locals));
  const named = calleeOf(call);
  if (named !== null && !locals.names.has(rootOf(named).replace('()', ''))) {
    facts.givenPaths.push({ callee: named, paths: givenPaths(call) });
  }
  for (const { module, named } of modulesOfCall(call, callee)) {
    facts.imports.push({ module, names: [], line: call.line });
    facts.files.push(...(named ? fileOfModule(module, call.line) : []));
  }
  const hides = OPAQUE_CALLS.get(callee);
  if (hides && !(callee === 'vars' && call.args.length > 0)) {
    facts.opaque.push(`${callee}() ${hides} (line ${call.line})`);
  } else if (
    call.func.kind === 'Attribute' &&
    /^(run_cell|run_line_magic|run_cell_magic|magic|ex|push)$/.test(call.func.attr) &&
    call.func.value.kind === 'Call' &&
    rootName(call.func.value.func) === 'get_ipython'
  ) {
    facts.opaque.push(
      `get_ipython().${call.func.attr}() runs code that is not in the cell (line ${call.line})`
    );
  }
}
