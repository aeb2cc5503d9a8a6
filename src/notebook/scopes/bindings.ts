import type { FunctionFacts } from '../facts';
import type { Arguments, Expr, Stmt } from '../python/ast';
import { childExpressions, walrusTargets } from '../python/walk';

/** The names a block makes its own, and those it declares to be elsewhere. */
export interface BlockNames {
  bound: Set<string>;
  globals: Set<string>;
  nonlocals: Set<string>;
}

/** Reads every binding operation of a block (language reference 4.2.1); inner functions and classes stay shut. */
export function blockNames(body: readonly Stmt[]): BlockNames {
  const names: BlockNames = { bound: new Set(), globals: new Set(), nonlocals: new Set() };
  body.forEach(statement => collect(statement, names));
  for (const name of [...names.globals, ...names.nonlocals]) {
    names.bound.delete(name);
  }
  return names;
}

/** The names of parameters, `*args` and `**kwargs` left out. */
export function parameterNames(parameters: Arguments): string[] {
  return parameters.filter(({ kind }) => kind !== 'args' && kind !== 'kwargs').map(({ name }) => name);
}

/** `*args` and `**kwargs`, where there are such. */
export function gathersOf(parameters: Arguments): Pick<FunctionFacts, 'gathers'> {
  const at = parameters.findIndex(({ kind }) => kind === 'args');
  const kwargs = parameters.find(({ kind }) => kind === 'kwargs')?.name;
  return at < 0 && kwargs === undefined
    ? {}
    : {
        gathers: {
          from: at < 0 ? parameters.length : at,
          ...(at >= 0 && { args: parameters[at].name }),
          ...(kwargs !== undefined && { kwargs })
        }
      };
}

/** The plain names in an assignment target. */
export function targetNames(target: Expr): string[] {
  switch (target.kind) {
    case 'Name':
      return [target.id];
    case 'Tuple':
    case 'List':
    case 'Operation':
      return (target.kind === 'Operation' ? target.operands : target.elts).flatMap(targetNames);
    case 'Starred':
      return targetNames(target.value);
    default:
      return [];
  }
}

function collect(statement: Stmt, names: BlockNames): void {
  const bind = (name: string): unknown => names.bound.add(name);
  const into = (target: Expr | null): void => (target ? targetNames(target).forEach(bind) : undefined);
  const blocks = (...bodies: Stmt[][]): void =>
    bodies.forEach(body => body.forEach(inner => collect(inner, names)));
  for (const expression of childExpressions(statement)) {
    walrusTargets(expression).forEach(bind);
  }
  switch (statement.kind) {
    case 'FunctionDef':
    case 'ClassDef':
    case 'TypeAlias':
      bind(statement.name);
      break;
    case 'Assign':
    case 'Delete':
      statement.targets.forEach(into);
      break;
    case 'AugAssign':
      into(statement.target);
      break;
    case 'AnnAssign':
      into(statement.simple || statement.value ? statement.target : null);
      break;
    case 'For':
      into(statement.target);
      blocks(statement.body, statement.orelse);
      break;
    case 'While':
    case 'If':
      blocks(statement.body, statement.orelse);
      break;
    case 'With':
      statement.items.forEach(item => into(item.target));
      blocks(statement.body);
      break;
    case 'Match':
      for (const { pattern, body } of statement.cases) {
        pattern.captures.forEach(name => bind(name.id));
        blocks(body);
      }
      break;
    case 'Try':
      statement.handlers.forEach(handler => handler.name && bind(handler.name.id));
      blocks(statement.body, ...statement.handlers.map(handler => handler.body));
      blocks(statement.orelse, statement.finalbody);
      break;
    case 'Import':
      statement.names.forEach(alias => bind(alias.asname ?? alias.name.split('.')[0]));
      break;
    case 'ImportFrom':
      statement.names.forEach(alias => bind(alias.asname ?? alias.name));
      break;
    case 'Global':
      statement.names.forEach(name => names.globals.add(name));
      break;
    case 'Nonlocal':
      statement.names.forEach(name => names.nonlocals.add(name));
      break;
    default:
      break;
  }
}
