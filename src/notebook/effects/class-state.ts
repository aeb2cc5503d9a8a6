import type { ClassDef, Expr, FunctionDef, Stmt } from '../python/ast';
import { childBlocks } from '../python/walk';
import { changesPart, firstStatement } from './part-changes';

/**
 * The first line at which a method changes the class it belongs to: `Acc.total += 1`, `cls.total = 0`,
 * `type(self).seen.add(x)`, `self.__class__.count += 1`; or a function that it makes does, as a decorator. Null when none
 * does.
 */
export function changeOfItself({ name, body }: ClassDef): number | null {
  for (const method of body) {
    if (method.kind === 'FunctionDef') {
      const receiver = method.args[0]?.name;
      const isClass = receiver === 'cls' || method.decorators.some(each => isNamed(each, 'classmethod'));
      const itself = (expression: Expr): boolean => standsFor(expression, name, isClass ? receiver : null);
      for (const body of bodiesOf(method)) {
        const line = firstStatement(body, statement => changesPart(statement, itself));
        if (line !== null) {
          return line;
        }
      }
    }
  }
  return null;
}

/** The body of a function, and of those made in it. */
function bodiesOf({ body }: FunctionDef): Stmt[][] {
  const inner = (block: Stmt[]): Stmt[][] =>
    block.flatMap(statement =>
      statement.kind === 'FunctionDef' ? bodiesOf(statement) : childBlocks(statement).flatMap(inner)
    );
  return [body, ...inner(body)];
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
