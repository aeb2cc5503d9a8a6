import type { FunctionFacts } from '../facts';
import type { Expr, Stmt } from '../python/ast';

/**
 * The line of a function that changes the default of a parameter, which then lasts from call to call:
 * `def f(x, seen=[]): seen.append(x)`, or `seen += [x]`, which adds in place to what can be a default here. Null for others.
 */
export function changeOfDefault(
  statement: Stmt,
  functions: readonly Pick<FunctionFacts, 'updates'>[]
): number | null {
  if (statement.kind !== 'FunctionDef') {
    return null;
  }
  const changed = new Set(
    functions.flatMap(({ updates }) =>
      updates.filter(({ sure, augmented }) => sure || augmented).map(({ parameter }) => parameter)
    )
  );
  const lasts = statement.args.some(
    ({ name, default: value }) => changed.has(name) && value !== null && isMutable(value)
  );
  return lasts ? statement.line : null;
}

function isMutable(value: Expr): boolean {
  return (
    value.kind === 'List' ||
    value.kind === 'Dict' ||
    value.kind === 'Set' ||
    (value.kind === 'Call' &&
      value.func.kind === 'Name' &&
      /^(list|dict|set|deque|Counter|defaultdict)$/.test(value.func.id))
  );
}
