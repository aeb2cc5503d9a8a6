import type { Expr, Parameter, Stmt } from './ast';

/** The expressions directly in a statement, in source order; those of inner blocks are not among them. */
export function childExpressions(statement: Stmt): Expr[] {
  switch (statement.kind) {
    case 'FunctionDef':
      return present([...statement.decorators, ...statement.args.flatMap(headParts), statement.returns]);
    case 'ClassDef':
      return [
        ...statement.decorators,
        ...statement.bases,
        ...statement.keywords.map(keyword => keyword.value)
      ];
    case 'Assign':
      return [statement.value, ...statement.targets];
    case 'AugAssign':
      return [statement.target, statement.value];
    case 'AnnAssign':
      return present([statement.target, statement.annotation, statement.value]);
    case 'TypeAlias':
      return [statement.value];
    case 'For':
      return [statement.iter, statement.target];
    case 'While':
    case 'If':
      return [statement.test];
    case 'With':
      return present(statement.items.flatMap(item => [item.context, item.target]));
    case 'Match':
      return present([
        statement.subject,
        ...statement.cases.flatMap(one => [...one.pattern.reads, one.guard])
      ]);
    case 'Try':
      return present(statement.handlers.map(handler => handler.type));
    case 'Delete':
      return statement.targets;
    case 'Return':
    case 'Raise':
    case 'Assert':
      return statement.values;
    case 'Expr':
      return [statement.value];
    default:
      return [];
  }
}

/** The blocks directly under a statement that run in the same scope. */
export function childBlocks(statement: Stmt): Stmt[][] {
  switch (statement.kind) {
    case 'For':
    case 'While':
    case 'If':
      return [statement.body, statement.orelse];
    case 'With':
    case 'Isolated':
      return [statement.body];
    case 'Match':
      return statement.cases.map(one => one.body);
    case 'Try':
      return [
        statement.body,
        ...statement.handlers.map(handler => handler.body),
        statement.orelse,
        statement.finalbody
      ];
    default:
      return [];
  }
}

/** The expressions directly in an expression, in source order. */
export function operands(expression: Expr): Expr[] {
  const found: Expr[] = [];
  eachOperand(expression, operand => found.push(operand));
  return found;
}

/** Visits the expressions directly in an expression, in source order. */
export function eachOperand(expression: Expr, visit: (operand: Expr) => void): void {
  switch (expression.kind) {
    case 'Attribute':
    case 'Starred':
      visit(expression.value);
      return;
    case 'Subscript':
      visit(expression.value);
      visit(expression.slice);
      return;
    case 'Slice':
      present([expression.lower, expression.upper, expression.step]).forEach(visit);
      return;
    case 'Call':
      visit(expression.func);
      expression.args.forEach(visit);
      expression.keywords.forEach(keyword => visit(keyword.value));
      return;
    case 'Lambda':
      present(expression.args.flatMap(headParts)).forEach(visit);
      visit(expression.body);
      return;
    case 'Comp':
      for (const { iter, target, ifs } of expression.generators) {
        [iter, target, ...ifs].forEach(visit);
      }
      expression.elts.forEach(visit);
      return;
    case 'NamedExpr':
      visit(expression.target);
      visit(expression.value);
      return;
    case 'Tuple':
    case 'List':
    case 'Set':
    case 'Dict':
      expression.elts.forEach(visit);
      return;
    case 'Name':
    case 'Constant':
    case 'Magic':
      return;
    default:
      expression.operands.forEach(visit);
  }
}

/** Names bound by `:=` in the scope an expression stands in; lambdas keep theirs. */
export function walrusTargets(expression: Expr): string[] {
  if (expression.kind === 'Lambda') {
    return present(expression.args.map(parameter => parameter.default)).flatMap(walrusTargets);
  }
  const found = expression.kind === 'NamedExpr' ? [expression.target.id] : [];
  eachOperand(expression, operand => found.push(...walrusTargets(operand)));
  return found;
}

/** The name at the root of `a.b[c].d`, if there is one. */
export function rootName(expression: Expr): string | null {
  let at = expression;
  while (at.kind === 'Attribute' || at.kind === 'Subscript') {
    at = at.value;
  }
  return at.kind === 'Name' ? at.id : null;
}

/** What a part is taken by: `a` of `x.a`, `[a]` of `x["a"]`, `[]` of any other item. */
export function memberName(part: Expr): string | undefined {
  if (part.kind === 'Attribute') {
    return part.attr;
  }
  const key = part.kind === 'Subscript' ? part.slice : null;
  return key ? `[${key.kind === 'Constant' && key.type === 'str' ? key.text : ''}]` : undefined;
}

/** `a.b.c` as text, or null when it is anything else. */
export function dottedName(expression: Expr): string | null {
  if (expression.kind === 'Name') {
    return expression.id;
  }
  const base = expression.kind === 'Attribute' ? dottedName(expression.value) : null;
  return base !== null && expression.kind === 'Attribute' ? `${base}.${expression.attr}` : null;
}

/** `c` of `a.b.c` and of `f().c`: what rules out most calls before their whole name is asked for. */
export function lastName(expression: Expr): string | null {
  return expression.kind === 'Attribute'
    ? expression.attr
    : expression.kind === 'Name'
      ? expression.id
      : null;
}

/** The last two parts of a dotted name: `path.join` of `os.path.join`. */
export const lastTwo = (dotted: string): string => dotted.split('.').slice(-2).join('.');

/** Whether a dotted name ends with one of these names, which have three parts at most. */
export function endsIn(dotted: string, names: ReadonlySet<string>): boolean {
  const parts = dotted.split('.');
  return [1, 2, 3].some(count => names.has(parts.slice(-count).join('.')));
}

/** The last parts of dotted names. */
export const lastNames = (dotted: Iterable<string>): ReadonlySet<string> =>
  new Set([...dotted].map(name => name.slice(name.lastIndexOf('.') + 1)));

function headParts(parameter: Parameter): (Expr | null)[] {
  return [parameter.annotation, parameter.default];
}

function present<T>(values: (T | null)[]): T[] {
  return values.filter(value => value !== null);
}
