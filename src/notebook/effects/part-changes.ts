import type { Expr, Stmt } from '../python/ast';
import { childBlocks, childExpressions, operands } from '../python/walk';
import { ALWAYS_UPDATES, BARE_UPDATES } from './table';

/** Whether an expression stands for what is looked for. */
export type Stands = (expression: Expr) => boolean;

/** The line of the first statement of a block, inner ones included, that is such; functions in it stay shut. */
export function firstStatement(body: readonly Stmt[], isSuch: (statement: Stmt) => boolean): number | null {
  for (const statement of body) {
    if (isSuch(statement)) {
      return statement.line;
    }
    const inner = childBlocks(statement).map(block => firstStatement(block, isSuch));
    const line = inner.find(found => found !== null);
    if (line !== undefined) {
      return line;
    }
  }
  return null;
}

/** Whether a statement changes a part of an object: `acc.total = 1`, `acc.items.append(x)`, `del acc[0]`. */
export function changesPart(statement: Stmt, stands: Stands): boolean {
  switch (statement.kind) {
    case 'Assign':
      return statement.targets.some(target => isPart(target, stands));
    case 'AugAssign':
      return isPart(statement.target, stands);
    case 'Delete':
      return statement.targets.some(target => isPart(target, stands));
    default:
      return callsOf(statement, receiver => isPart(receiver, stands));
  }
}

/** Whether a statement calls a method, by itself or in an expression, that changes such a receiver. */
export function callsOf(statement: Stmt, isSuch: Stands): boolean {
  return childExpressions(statement).some(expression => mutates(expression, isSuch));
}

function mutates(expression: Expr, isSuch: Stands): boolean {
  const method = expression.kind === 'Call' && expression.func.kind === 'Attribute' ? expression.func : null;
  return (
    (method !== null &&
      (ALWAYS_UPDATES.has(method.attr) || BARE_UPDATES.has(method.attr)) &&
      isSuch(method.value)) ||
    operands(expression).some(inner => mutates(inner, isSuch))
  );
}

/** `Acc.total`, `Acc.table[0]`, but not `Acc` itself. */
function isPart(expression: Expr, stands: Stands): boolean {
  return (
    (expression.kind === 'Attribute' || expression.kind === 'Subscript') &&
    (stands(expression.value) || isPart(expression.value, stands))
  );
}
