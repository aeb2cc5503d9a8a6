import type { FileUse, GivenPaths, ImportFact, PathPart } from '../facts';
import { isGiven } from '../names';
import type { Call, Expr, Stmt } from '../python/ast';
import { childBlocks, childExpressions, dottedName, eachOperand, rootName } from '../python/walk';
import { blockNames } from '../scopes/bindings';
import { filesOf, type Parameters } from './files';
import { modulesOfCall } from './implied-modules';
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
  parameters: Parameters;
}
const NO_PARAMETERS: Parameters = new Map();
const NONE: Locals = { names: new Set(), parameters: NO_PARAMETERS };

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
    const { bound } = blockNames(statement.body);
    const given = statement.args.filter(({ name }) => !bound.has(name));
    const byDefault = given.map(({ name, default: value }): [string, PathPart[] | null] => [
      name,
      value && pathParts(value)
    ]);
    const own = {
      names: new Set([
        ...locals.names,
        ...locals.parameters.keys(),
        ...given.map(({ name }) => name),
        ...bound
      ]),
      parameters: locals === NONE ? new Map(byDefault) : NO_PARAMETERS
    };
    statement.body.forEach(inner => visitStatement(inner, facts, own));
  } else if (statement.kind === 'ClassDef') {
    const own = { names: locals.names, parameters: NO_PARAMETERS };
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

function visitCall(call: Call, facts: CallFacts, locals: Locals): void {
  const callee = dottedName(call.func) ?? (call.func.kind === 'Attribute' ? `?.${call.func.attr}` : null);
  if (callee === null) {
    return;
  }
  facts.files.push(...filesOf(call, callee, locals.names, locals.parameters));
  if (call.func.kind === 'Name' && !isGiven(callee) && !locals.names.has(callee)) {
    facts.givenPaths.push({ callee, paths: givenPaths(call) });
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
