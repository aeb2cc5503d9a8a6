import type { PathPart } from '../facts';
import type { Call, Expr } from '../python/ast';
import { dottedName } from '../python/walk';

/**
 * The parts of a path that an expression spells out: literals, names that may stand for some, and what joins them
 * (`Path("a") / "b"`, `os.path.join(ROOT, "b")`, `ROOT + "/b"`). Null when anything else is in it.
 */
export function pathParts(expression: Expr): PathPart[] | null {
  switch (expression.kind) {
    case 'Constant':
      return expression.type === 'str' && !expression.text.includes('\n') ? [expression.text] : null;
    case 'Name':
      return [{ name: expression.id }];
    case 'Call':
      return isPath(expression) || isJoin(expression) ? joined(expression.args, '/') : null;
    case 'Operation':
      return expression.operator === '/' || expression.operator === '+'
        ? joined(expression.operands, expression.operator === '/' ? '/' : '')
        : null;
    default:
      return null;
  }
}

/** `Path(…)`. */
export function isPath(expression: Expr): expression is Call {
  return expression.kind === 'Call' && /^(pathlib\.)?(Pure)?Path$/.test(dottedName(expression.func) ?? '');
}

function isJoin({ func }: Call): boolean {
  return /^(os\.)?path\.join$/.test(dottedName(func) ?? '');
}

function joined(expressions: readonly Expr[], separator: string): PathPart[] | null {
  const all: PathPart[] = [];
  for (const [index, expression] of expressions.entries()) {
    const parts = pathParts(expression);
    if (!parts) {
      return null;
    }
    all.push(...(index > 0 && separator ? [separator] : []), ...parts);
  }
  return all.length > 0 ? all : null;
}

/** The path that parts make, with the text that names stand for; null when one stands for none. */
export function pathOf(
  parts: readonly PathPart[],
  textOf: (name: string) => string | undefined
): string | null {
  const texts = parts.map(part => (typeof part === 'string' ? part : textOf(part.name)));
  return texts.includes(undefined) ? null : normalisePath(texts.join(''));
}

/** `./a//b.csv` and `a/b.csv` are one file. URLs are left as they are. */
export function normalisePath(path: string): string | null {
  if (path === '' || path.includes('\n')) {
    return null;
  }
  return /^\w+:\/\//.test(path) ? path : path.replace(/\/{2,}/g, '/').replace(/^(\.\/)+/, '');
}
