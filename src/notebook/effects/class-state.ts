import type { ClassDef, Expr } from '../python/ast';
import { changesPart, firstStatement } from './part-changes';

/**
 * The first line at which a method changes the class it belongs to: `Acc.total += 1`, `cls.total = 0`,
 * `type(self).seen.add(x)`, `self.__class__.count += 1`. Null when none does.
 */
export function changeOfItself({ name, body }: ClassDef): number | null {
  for (const method of body) {
    if (method.kind === 'FunctionDef') {
      const receiver = method.args[0]?.name;
      const isClass = receiver === 'cls' || method.decorators.some(each => isNamed(each, 'classmethod'));
      const itself = (expression: Expr): boolean => standsFor(expression, name, isClass ? receiver : null);
      const line = firstStatement(method.body, statement => changesPart(statement, itself));
      if (line !== null) {
        return line;
      }
    }
  }
  return null;
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
