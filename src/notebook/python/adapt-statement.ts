import { mapped } from '../mapped';
import { adaptClass, adaptDecorated, adaptFunction, adaptTypeAlias } from './adapt-definition';
import { adaptExpression, adaptExpressions, adaptName } from './adapt-expression';
import { adaptImport, adaptImportFrom } from './adapt-import';
import type { ExceptHandler, Expr, MatchCase, Stmt } from './ast';
import { adaptPattern } from './adapt-pattern';
import { hoistAs, withItems } from './as-clause';
import type { AdapterSource } from './source';
import { field, fields } from './source';
import type { SyntaxNode } from './syntax';

type Adapt = (source: AdapterSource, node: SyntaxNode) => Stmt;

const plain =
  (kind: 'Pass' | 'Break' | 'Continue'): Adapt =>
  (source, node) => ({ kind, ...source.span(node) });

const leave =
  (kind: 'Return' | 'Raise'): Adapt =>
  (source, node) => ({ kind, values: adaptExpressions(source, node.children), ...source.span(node) });

const scoping =
  (kind: 'Global' | 'Nonlocal'): Adapt =>
  (source, node) => ({ kind, names: node.children.map(name => source.name(name)), ...source.span(node) });

const loop =
  (kind: 'If' | 'While'): Adapt =>
  (source, node) =>
    adaptConditional(source, node, kind, fields(node, 'alternative'));

const ADAPTERS: Record<string, Adapt> = {
  expression_statement: adaptExpressionStatement,
  function_definition: (source, node) => adaptFunction(source, node, []),
  class_definition: (source, node) => adaptClass(source, node, []),
  decorated_definition: adaptDecorated,
  import_statement: adaptImport,
  import_from_statement: adaptImportFrom,
  future_import_statement: adaptImportFrom,
  if_statement: loop('If'),
  elif_clause: loop('If'),
  while_statement: loop('While'),
  for_statement: adaptFor,
  try_statement: adaptTry,
  with_statement: adaptWith,
  match_statement: adaptMatch,
  type_alias_statement: adaptTypeAlias,
  global_statement: scoping('Global'),
  nonlocal_statement: scoping('Nonlocal'),
  return_statement: leave('Return'),
  raise_statement: adaptRaise,
  delete_statement: (source, node) => ({
    kind: 'Delete',
    targets: adaptExpressions(source, listed(node)),
    ...source.span(node)
  }),
  assert_statement: (source, node) => ({
    kind: 'Assert',
    values: adaptExpressions(source, node.children),
    ...source.span(node)
  }),
  pass_statement: plain('Pass'),
  break_statement: plain('Break'),
  continue_statement: plain('Continue'),
  print_statement: adaptPrint,
  exec_statement: (source, node) => {
    throw source.fault(node, 'Missing parentheses in call to exec');
  }
};

/** The statements of a module. Throws `SyntaxFault` for what the grammar takes and Python 3 refuses. */
export function adaptModule(source: AdapterSource, root: SyntaxNode): Stmt[] {
  const body: Stmt[] = [];
  for (const node of root.children) {
    const statement = adaptStatement(source, node);
    const last = body.at(-1);
    if (!source.isolatedLines.has(statement.line)) {
      body.push(statement);
    } else if (last?.kind === 'Isolated') {
      last.body.push(statement);
      last.endLine = statement.endLine;
      last.endColumn = statement.endColumn;
    } else {
      const { line, column, endLine, endColumn } = statement;
      body.push({ kind: 'Isolated', body: [statement], line, column, endLine, endColumn });
    }
  }
  return body;
}

function adaptStatement(source: AdapterSource, node: SyntaxNode): Stmt {
  const adapt = ADAPTERS[node.type];
  if (!adapt) {
    throw source.fault(node, `Unexpected ${node.type.replaceAll('_', ' ')}`);
  }
  return adapt(source, node);
}

/** The statements of an indented block. */
export function block(source: AdapterSource, node: SyntaxNode | undefined): Stmt[] {
  return mapped(node?.children ?? [], child => adaptStatement(source, child));
}

function bodyOf(source: AdapterSource, node: SyntaxNode): Stmt[] {
  return block(
    source,
    node.children.find(child => child.type === 'block')
  );
}

function adaptExpressionStatement(source: AdapterSource, node: SyntaxNode): Stmt {
  const span = source.span(node);
  const child = node.children[0];
  if (node.children.length > 1 || source.between(child.end, node.end) === ',') {
    return {
      kind: 'Expr',
      value: { kind: 'Tuple', elts: adaptExpressions(source, node.children), ...source.place(node) },
      ...span
    };
  }
  if (child.type === 'assignment') {
    return adaptAssignment(source, child);
  }
  if (child.type === 'augmented_assignment') {
    return {
      kind: 'AugAssign',
      target: adaptExpression(source, field(child, 'left')!),
      operator: source.between(field(child, 'left')!.end, field(child, 'right')!.start),
      value: adaptExpression(source, field(child, 'right')!),
      ...span
    };
  }
  return { kind: 'Expr', value: adaptExpression(source, child), ...span };
}

function adaptAssignment(source: AdapterSource, node: SyntaxNode): Stmt {
  const span = source.span(node);
  const left = field(node, 'left')!;
  const target = adaptExpression(source, left);
  const annotation = field(node, 'type');
  let right = field(node, 'right');
  if (annotation) {
    return {
      kind: 'AnnAssign',
      target,
      annotation: adaptExpression(source, annotation),
      value: right ? adaptExpression(source, right) : null,
      simple: left.type === 'identifier',
      ...span
    };
  }
  const targets = [target];
  while (right?.type === 'assignment') {
    targets.push(adaptExpression(source, field(right, 'left')!));
    right = field(right, 'right');
  }
  if (!right || right.type === 'augmented_assignment') {
    throw source.fault(node, 'Invalid assignment');
  }
  return { kind: 'Assign', targets, value: adaptExpression(source, right), ...span };
}

function adaptConditional(
  source: AdapterSource,
  node: SyntaxNode,
  kind: 'If' | 'While',
  alternatives: SyntaxNode[]
): Stmt {
  const [next, ...rest] = alternatives;
  const body = block(source, field(node, kind === 'If' ? 'consequence' : 'body'));
  const orelse = !next
    ? []
    : next.type === 'elif_clause'
      ? [adaptConditional(source, next, 'If', rest)]
      : bodyOf(source, next);
  const test = adaptExpression(source, field(node, 'condition')!);
  return { kind, test, body, orelse, ...source.spanTo(node, body, orelse) };
}

function adaptFor(source: AdapterSource, node: SyntaxNode): Stmt {
  const clause = node.children.find(child => child.type === 'else_clause');
  const body = block(source, field(node, 'body'));
  const orelse = clause ? bodyOf(source, clause) : [];
  return {
    kind: 'For',
    async: source.startsWith(node, 'async'),
    target: adaptExpression(source, field(node, 'left')!),
    iter: adaptExpression(source, field(node, 'right')!),
    body,
    orelse,
    ...source.spanTo(node, body, orelse)
  };
}

function adaptTry(source: AdapterSource, node: SyntaxNode): Stmt {
  const clause = (type: string): SyntaxNode | undefined => node.children.find(child => child.type === type);
  const clauseBody = (type: string): Stmt[] => {
    const found = clause(type);
    return found ? bodyOf(source, found) : [];
  };
  const body = block(source, field(node, 'body'));
  const handlers = node.children
    .filter(child => child.type === 'except_clause')
    .map(child => adaptHandler(source, child));
  const [orelse, finalbody] = [clauseBody('else_clause'), clauseBody('finally_clause')];
  return {
    kind: 'Try',
    star: node.children.some(
      child => child.type === 'except_clause' && /^except\s*\*/.test(source.slice(child).slice(0, 40))
    ),
    body,
    handlers,
    orelse,
    finalbody,
    ...source.spanTo(node, body, ...handlers.map(handler => handler.body), orelse, finalbody)
  };
}

function adaptHandler(source: AdapterSource, node: SyntaxNode): ExceptHandler {
  const values = fields(node, 'value');
  const named = values.length > 0 ? hoistAs(values[0]) : null;
  let name = field(node, 'alias') ?? named?.[1];
  while (name && name.type !== 'identifier') {
    name = name.children[0];
  }
  const types = named ? [named[0], ...values.slice(1)].map(value => adaptExpression(source, value)) : [];
  return {
    type: types.length > 1 ? { kind: 'Tuple', elts: types, ...source.span(node) } : (types[0] ?? null),
    name: name ? adaptName(source, name) : null,
    body: bodyOf(source, node)
  };
}

function adaptWith(source: AdapterSource, node: SyntaxNode): Stmt {
  const clause = node.children.find(child => child.type === 'with_clause')!;
  const body = block(source, field(node, 'body'));
  return {
    kind: 'With',
    async: source.startsWith(node, 'async'),
    items: withItems(clause).map(([context, target]) => ({
      context: adaptExpression(source, context),
      target: target ? adaptExpression(source, target) : null
    })),
    body,
    ...source.spanTo(node, body)
  };
}

function adaptMatch(source: AdapterSource, node: SyntaxNode): Stmt {
  const nodes = fields(node, 'subject');
  const subjects = adaptExpressions(source, nodes);
  const single = nodes.length === 1 && !/^\s*,/.test(source.text.slice(nodes[0].end, node.end));
  const cases = (field(node, 'body')?.children ?? []).map((clause): MatchCase => {
    const guard = field(clause, 'guard');
    const patterns = clause.children.filter(child => child.type === 'case_pattern');
    return {
      pattern: adaptPattern(source, patterns, clause),
      guard: guard ? adaptExpression(source, guard.children[0]) : null,
      body: block(source, field(clause, 'consequence'))
    };
  });
  return {
    kind: 'Match',
    subject: single
      ? subjects[0]
      : { kind: 'Tuple', elts: subjects, line: subjects[0].line, column: subjects[0].column },
    cases,
    ...source.spanTo(node, ...cases.map(one => one.body))
  };
}

/** `print >>f, x` is an expression in Python 3; the other forms of the old statement are faults. */
function adaptPrint(source: AdapterSource, node: SyntaxNode): Stmt {
  if (node.children[0]?.type !== 'chevron') {
    throw source.fault(node, 'Missing parentheses in call to print');
  }
  const place = source.place(node);
  const [to, ...values] = adaptExpressions(source, [node.children[0].children[0], ...node.children.slice(1)]);
  const print: Expr = {
    kind: 'Operation',
    operator: '>>',
    operands: [{ kind: 'Name', id: 'print', ...place }, to],
    ...place
  };
  return {
    kind: 'Expr',
    value: values.length === 0 ? print : { kind: 'Tuple', elts: [print, ...values], ...place },
    ...source.span(node)
  };
}

/** `raise E, V` is Python 2. */
function adaptRaise(source: AdapterSource, node: SyntaxNode): Stmt {
  if (node.children[0]?.type === 'expression_list') {
    throw source.fault(node, 'multiple exceptions must be parenthesized');
  }
  return leave('Raise')(source, node);
}

/** What a statement lists: `a, b` in the tree is one node or several. */
function listed(node: SyntaxNode): SyntaxNode[] {
  const [first] = node.children;
  return first.type === 'expression_list' && node.children.length === 1 ? first.children : node.children;
}
