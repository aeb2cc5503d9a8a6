import type { ClassDef, Expr, Stmt } from '../python/ast';
import { childBlocks, childExpressions, operands } from '../python/walk';
import { ALWAYS_UPDATES, BARE_UPDATES } from './table';

/**
 * The first line at which a method changes the class it belongs to: `Acc.total += 1`, `cls.total = 0`,
 * `type(self).seen.add(x)`, `self.__class__.count += 1`. Null when none does.
 */
export function changeOfItself({ name, body }: ClassDef): number | null {
  for (const method of body) {
    if (method.kind === 'FunctionDef') {
      const receiver = method.args[0]?.name;
      const isClass = receiver === 'cls' || method.decorators.some(each => isNamed(each, 'classmethod'));
      const line = firstChange(method.body, expression =>
        standsFor(expression, name, isClass ? receiver : null)
      );
      if (line !== null) {
        return line;
      }
    }
  }
  return null;
}

type IsClass = (expression: Expr) => boolean;

function firstChange(body: readonly Stmt[], isClass: IsClass): number | null {
  for (const statement of body) {
    if (changes(statement, isClass)) {
      return statement.line;
    }
    const inner = childBlocks(statement).map(block => firstChange(block, isClass));
    const line = inner.find(found => found !== null);
    if (line !== undefined) {
      return line;
    }
  }
  return null;
}

function changes(statement: Stmt, isClass: IsClass): boolean {
  switch (statement.kind) {
    case 'Assign':
      return statement.targets.some(target => isPart(target, isClass));
    case 'AugAssign':
      return isPart(statement.target, isClass);
    case 'Delete':
      return statement.targets.some(target => isPart(target, isClass));
    default:
      return childExpressions(statement).some(expression => mutates(expression, isClass));
  }
}

/** `Acc.items.append(x)`: a method that changes its receiver, on a part of the class. */
function mutates(expression: Expr, isClass: IsClass): boolean {
  const method = expression.kind === 'Call' && expression.func.kind === 'Attribute' ? expression.func : null;
  return (
    (method !== null &&
      (ALWAYS_UPDATES.has(method.attr) || BARE_UPDATES.has(method.attr)) &&
      isPart(method.value, isClass)) ||
    operands(expression).some(inner => mutates(inner, isClass))
  );
}

/** `Acc.total`, `Acc.table[0]`, but not `Acc` itself. */
function isPart(expression: Expr, isClass: IsClass): boolean {
  return (
    (expression.kind === 'Attribute' || expression.kind === 'Subscript') &&
    (isClass(expression.value) || isPart(expression.value, isClass))
  );
}

function standsFor(expression: Expr, name: string, receiver: string | null): boolean {
  return (
    (expression.kind === 'Name' && (expression.id === name || expression.id === receiver)) ||
    (expression.kind === 'Attribute' && expression.attr === '__class__') ||
    (expression.kind === 'Call' && isNamed(expression.func, 'type') && expression.args.length === 1)
  );
}

function isNamed(expression: Expr, name: string): boolean {
  return expression.kind === 'Name' && expression.id === name;
}
