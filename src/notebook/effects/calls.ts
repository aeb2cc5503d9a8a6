import type { FileUse, GivenPaths, ImportFact } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, Stmt } from '../python/ast';
import { childBlocks, childExpressions, dottedName, operands, rootName } from '../python/walk';
import { blockNames } from '../scopes/bindings';
import { filesOf } from './files';
import { moduleOfCall } from './imports';
import { fileOfModule, filesOfImport } from './module-files';
import { pathParts } from './paths';
import { OPAQUE_CALLS } from './table';

/** What the calls of a statement tell besides names, functions and their bodies included. */
export interface CallFacts {
  files: FileUse[];
  opaque: string[];
  imports: ImportFact[];
  givenPaths: GivenPaths[];
}

export function readCalls(statement: Stmt): CallFacts {
  const facts: CallFacts = { files: [], opaque: [], imports: [], givenPaths: [] };
  visitStatement(statement, facts, NONE);
  return facts;
}

/** Names of the functions around; of a function of the notebook, those of parameters that keep what they are given. */
interface Locals {
  names: ReadonlySet<string>;
  parameters: ReadonlySet<string>;
}
const NONE: Locals = { names: new Set(), parameters: new Set() };

function visitStatement(statement: Stmt, facts: CallFacts, locals: Locals): void {
  childExpressions(statement).forEach(expression => visitExpression(expression, facts, locals));
  childBlocks(statement).forEach(block => block.forEach(inner => visitStatement(inner, facts, locals)));
  if (statement.kind === 'FunctionDef') {
    const { bound } = blockNames(statement.body);
    const given = statement.args.map(({ name }) => name).filter(name => !bound.has(name));
    const own = {
      names: new Set([...locals.names, ...locals.parameters, ...given, ...bound]),
      parameters: new Set(locals === NONE ? given : [])
    };
    statement.body.forEach(inner => visitStatement(inner, facts, own));
  } else if (statement.kind === 'ClassDef') {
    const own = { names: locals.names, parameters: new Set<string>() };
    statement.body.forEach(inner => visitStatement(inner, facts, own));
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

function visitExpression(expression: Expr, facts: CallFacts, locals: Locals): void {
  if (expression.kind === 'Call') {
    visitCall(expression, facts, locals);
  }
  operands(expression).forEach(inner => visitExpression(inner, facts, locals));
}

/** Arguments that may be paths: of text, some of it at least. */
function givenPaths({ args, keywords }: Call): GivenPaths['paths'] {
  const given: [number | string, Expr][] = [
    ...args.map((value, position): [number, Expr] => [position, value]),
    ...keywords.map(({ arg, value }): [string, Expr] => [arg ?? '', value])
  ];
  return given.flatMap(([parameter, value]) => {
    const parts = pathParts(value);
    return parts ? [{ parameter, parts }] : [];
  });
}

function visitCall(call: Call, facts: CallFacts, locals: Locals): void {
  const callee = dottedName(call.func) ?? (call.func.kind === 'Attribute' ? `?.${call.func.attr}` : null);
  if (callee === null) {
    return;
  }
  facts.files.push(...filesOf(call, callee, locals.names, locals.parameters));
  if (call.func.kind === 'Name' && !isGiven(callee) && !locals.names.has(callee)) {
    const paths = givenPaths(call);
    facts.givenPaths.push(...(paths.length > 0 ? [{ callee, paths }] : []));
  }
  const loaded = moduleOfCall(call, callee);
  if (loaded) {
    facts.imports.push({ module: loaded.module, names: [], line: call.line });
    facts.files.push(...(loaded.named ? fileOfModule(loaded.module, call.line) : []));
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
