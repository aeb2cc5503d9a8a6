import type { Expr, FunctionDef, Name, Stmt } from '../python/ast';
import { childBlocks, childExpressions, operands } from '../python/walk';
import { blockNames } from '../scopes/bindings';
import { callsOf, changesPart, firstStatement } from './part-changes';
import { sharedWith } from './sharing';

/**
 * The first line at which a function that another one makes and gives changes what it closes over, so that it keeps a
 * state from call to call: a counter by `nonlocal`, a list that it adds to, an attribute of itself. Null when none
 * does. A cache, which is written under keys that it is asked for first, changes no result.
 */
export function changeOfEnclosing(
  { args, body }: FunctionDef,
  around: ReadonlySet<string> = new Set()
): number | null {
  const functions = blocksOf(body).filter(statement => statement.kind === 'FunctionDef');
  const enclosing = new Set(functions.length === 0 ? [] : [...around, ...ownNames({ args, body })]);
  for (const inner of functions) {
    const line = gives(body, inner.name)
      ? (changeIn(inner, enclosing) ?? changeOfEnclosing(inner, enclosing))
      : null;
    if (line !== null) {
      return line;
    }
  }
  return null;
}

function changeIn({ args, body }: FunctionDef, enclosing: ReadonlySet<string>): number | null {
  const own = new Set(ownNames({ args, body }));
  const cached = new Set(blocksOf(body).flatMap(childExpressions).flatMap(askedNames));
  const isFree = (expression: Expr): expression is Name =>
    expression.kind === 'Name' && enclosing.has(expression.id) && !own.has(expression.id);
  const isState = (expression: Expr): boolean => isFree(expression) && !cached.has(expression.id);
  return firstStatement(
    body,
    statement =>
      statement.kind === 'Nonlocal' ||
      changesPart(statement, statement.kind === 'Assign' ? isState : isFree) ||
      callsOf(statement, isFree)
  );
}

/** The names of a function's own scope. */
const ownNames = ({ args, body }: Pick<FunctionDef, 'args' | 'body'>): string[] => [
  ...args.map(({ name }) => name),
  ...blockNames(body).bound
];

/** Whether a function gives another one, by itself or in a tuple, list or dictionary. */
function gives(body: readonly Stmt[], name: string): boolean {
  return blocksOf(body).some(
    statement =>
      statement.kind === 'Return' &&
      statement.values.some(value => sharedWith(value).some(shared => shared.name === name))
  );
}

/** Names of what a key is looked up in: `key not in cache`. */
function askedNames(expression: Expr): string[] {
  const asked =
    expression.kind === 'Operation' && /\bin$/.test(expression.operator) ? expression.operands[1] : null;
  return [...(asked?.kind === 'Name' ? [asked.id] : []), ...operands(expression).flatMap(askedNames)];
}

/** The statements of a block, and of those within it that run in the same scope. */
function blocksOf(body: readonly Stmt[]): Stmt[] {
  return body.flatMap(statement => [statement, ...childBlocks(statement).flatMap(blocksOf)]);
}
