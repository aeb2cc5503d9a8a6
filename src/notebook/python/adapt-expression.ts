import { mapped } from '../mapped';
import { adaptParameters, adaptPassed } from './adapt-parameters';
import type { Attribute, Call, Comp, Comprehension, Expr, JoinedStr, Name, Place, Subscript } from './ast';
import type { AdapterSource } from './source';
import { field, fields } from './source';
import { stringValue } from './string-value';
import type { SyntaxNode } from './syntax';

type Adapt = (source: AdapterSource, node: SyntaxNode) => Expr;

// a copy that comes first in a literal costs next to nothing, one further down several times as much
const operation: Adapt = (source, node) => ({
  ...source.place(node),
  kind: 'Operation',
  operator: operatorOf(source, node),
  operands: adaptExpressions(source, node.children)
});

const display =
  (kind: 'Tuple' | 'List' | 'Set' | 'Dict'): Adapt =>
  (source, node) => ({
    ...source.place(node),
    kind,
    elts: adaptExpressions(source, kind === 'Dict' ? node.children.flatMap(unpair) : node.children)
  });

const awaited: Adapt = (source, node) => ({
  kind: 'Await',
  operands: adaptExpressions(source, node.children),
  ...source.place(node)
});

const starred: Adapt = (source, node) => ({
  kind: 'Starred',
  value: adaptExpression(source, node.children[0]),
  ...source.place(node)
});

const inner: Adapt = (source, node) =>
  node.children.length === 1 ? adaptExpression(source, node.children[0]) : operation(source, node);

const constant =
  (type: 'number' | 'other'): Adapt =>
  (source, node) =>
    source.magics.has(node.start)
      ? { ...source.place(node), kind: 'Magic', ...source.magics.get(node.start)! }
      : { ...source.place(node), kind: 'Constant', type, text: source.slice(node) };

const comprehension =
  (type: Comp['type']): Adapt =>
  (source, node) =>
    adaptComp(source, node, type);

const ADAPTERS: Record<string, Adapt> = {
  identifier: adaptName,
  integer: constant('number'),
  float: constant('number'),
  true: constant('other'),
  false: constant('other'),
  none: constant('other'),
  ellipsis: constant('other'),
  string: adaptString,
  concatenated_string: adaptConcatenation,
  attribute: adaptAttribute,
  member_type: adaptMember,
  subscript: adaptSubscript,
  generic_type: adaptGeneric,
  union_type: operation,
  splat_type: starred,
  type: inner,
  call: adaptCall,
  lambda: adaptLambda,
  list_comprehension: comprehension('List'),
  set_comprehension: comprehension('Set'),
  dictionary_comprehension: comprehension('Dict'),
  generator_expression: comprehension('Generator'),
  named_expression: adaptNamed,
  tuple: display('Tuple'),
  expression_list: display('Tuple'),
  pattern_list: display('Tuple'),
  tuple_pattern: (source, node) => (listsOne(source, node) ? inner : display('Tuple'))(source, node),
  list: display('List'),
  list_pattern: display('List'),
  set: (source, node) => display(source.startsWith(node, '[') ? 'List' : 'Set')(source, node),
  dictionary: display('Dict'),
  list_splat: starred,
  list_splat_pattern: starred,
  dictionary_splat: starred,
  dictionary_splat_pattern: starred,
  binary_operator: operation,
  unary_operator: operation,
  not_operator: operation,
  comparison_operator: operation,
  boolean_operator: adaptBoolean,
  conditional_expression: adaptConditional,
  await: awaited,
  yield: adaptYield,
  slice: adaptSlice,
  parenthesized_expression: inner,
  as_pattern_target: inner
};

/** An expression or assignment target. Unknown nodes keep their operands, so no name is lost. */
export function adaptExpression(source: AdapterSource, node: SyntaxNode): Expr {
  return (ADAPTERS[node.type] ?? operation)(source, node);
}

/** A single item with no comma behind it: `(a)`, `a[b]`. */
function listsOne(source: AdapterSource, node: SyntaxNode): boolean {
  const last = node.children[node.children.length - 1];
  const first = node.children[node.type === 'subscript' ? 1 : 0];
  return first === last && !source.between(last.end, node.end).includes(',');
}

export function adaptExpressions(source: AdapterSource, nodes: readonly SyntaxNode[]): Expr[] {
  return mapped(nodes, node => adaptExpression(source, node));
}

function unpair(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'pair' ? node.children : [node];
}

export function adaptName(source: AdapterSource, node: SyntaxNode): Name {
  return { ...source.place(node), kind: 'Name', id: source.name(node) };
}

function adaptString(source: AdapterSource, node: SyntaxNode): Expr {
  if (!node.children.some(isInterpolation)) {
    return plainString(source, node);
  }
  const found = interpolations(node);
  const fields = mapped(found, each => interpolated(source, each));
  const operands = fields.flat();
  if (operands.length > 0) {
    const pieces = piecesOf(source, node, found, fields);
    return { ...source.place(node), kind: 'JoinedStr', operands, pieces };
  }
  return plainString(source, node);
}

function plainString(source: AdapterSource, node: SyntaxNode): Expr {
  const { type, value } = stringValue(source.slice(node));
  return { ...source.place(node), kind: 'Constant', type, text: value };
}

const isInterpolation = ({ type }: SyntaxNode): boolean =>
  type === 'interpolation' || type === 'format_expression';

function interpolations(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(isInterpolation);
}

/** `fields` are the expressions of each of `found`. */
function piecesOf(
  source: AdapterSource,
  node: SyntaxNode,
  found: readonly SyntaxNode[],
  fields: readonly Expr[][]
): JoinedStr['pieces'] {
  const pieces: JoinedStr['pieces'] = [];
  const [head] = /^[a-z]*(?:"""|'''|"|')/i.exec(source.slice(node)) ?? [''];
  const quote = head.replace(/^[a-z]*/i, '');
  let end = node.start + head.length;
  found.forEach((each, index) => {
    const plain = each.children.length === 1 && !/=\s*\}$/.test(source.slice(each));
    pieces.push(source.text.slice(end, each.start), plain ? fields[index][0] : null);
    end = each.end;
  });
  return [...pieces, source.text.slice(end, node.end - quote.length)];
}

/** The value of a field, then the fields of its format spec. */
function interpolated(source: AdapterSource, node: SyntaxNode): Expr[] {
  let value = field(node, 'expression');
  if (value?.type === 'named_expression') {
    // `{x:=10}` is x in the format `=10`
    value = field(value, 'name');
  }
  const spec = field(node, 'format_specifier');
  return [
    ...(value ? [adaptExpression(source, value)] : []),
    ...(spec ? interpolations(spec).flatMap(found => interpolated(source, found)) : [])
  ];
}

function adaptConcatenation(source: AdapterSource, node: SyntaxNode): Expr {
  const parts = adaptExpressions(source, node.children);
  const constants = parts.filter(part => part.kind === 'Constant');
  if (constants.length === parts.length) {
    const text = constants.map(part => part.text).join('');
    return { kind: 'Constant', type: constants[0].type, text, ...source.place(node) };
  }
  const operands = parts.flatMap(part => (part.kind === 'JoinedStr' ? part.operands : []));
  const pieces = parts.flatMap(part =>
    part.kind === 'JoinedStr' ? part.pieces : part.kind === 'Constant' ? [part.text] : [null]
  );
  return { kind: 'JoinedStr', operands, pieces, ...source.place(node) };
}

function adaptAttribute(source: AdapterSource, node: SyntaxNode): Expr {
  return withoutStar({
    ...source.place(node),
    kind: 'Attribute',
    value: adaptExpression(source, node.children[0]),
    attr: source.name(node.children[1])
  });
}

/** `*a.b` and `*a[0]` star the whole, where the grammar sees a part of a starred name. */
function withoutStar(part: Attribute | Subscript): Expr {
  const { value } = part;
  return value.kind === 'Starred'
    ? { ...value, value: { ...part, value: value.value, line: value.value.line, column: value.value.column } }
    : part;
}

function adaptSubscript(source: AdapterSource, node: SyntaxNode): Expr {
  return withoutStar({
    ...source.place(node),
    kind: 'Subscript',
    value: adaptExpression(source, node.children[0]),
    slice: adaptSlices(source, node, node.children.slice(1))
  });
}

/** `a, b` without parentheses. */
function tupleOf(source: AdapterSource, nodes: SyntaxNode[]): Expr {
  return { kind: 'Tuple', elts: adaptExpressions(source, nodes), ...source.place(nodes[0]) };
}

/** `list[T]`, where the grammar expects a type. */
function adaptGeneric(source: AdapterSource, node: SyntaxNode): Expr {
  const [value, parameters] = node.children;
  return {
    kind: 'Subscript',
    value: adaptExpression(source, value),
    slice: adaptSlices(source, parameters, parameters.children),
    ...source.place(node)
  };
}

/** What stands between the brackets; `[a, b]`, `[a,]` and `[*a]` hold a tuple. */
function adaptSlices(source: AdapterSource, node: SyntaxNode, slices: SyntaxNode[]): Expr {
  const first = adaptExpression(source, slices[0]);
  return listsOne(source, node) && first.kind !== 'Starred' ? first : tupleOf(source, slices);
}

/** `list[T].name`, where the grammar expects a type. */
function adaptMember(source: AdapterSource, node: SyntaxNode): Expr {
  const [value, attribute] = node.children;
  return {
    kind: 'Attribute',
    value: adaptExpression(source, value),
    attr: source.name(attribute),
    ...source.place(node)
  };
}

/** The parts between the colons; any of them may be missing. */
function adaptSlice(source: AdapterSource, node: SyntaxNode): Expr {
  const parts: (Expr | null)[] = [null, null, null];
  let at = node.start;
  let colons = 0;
  for (const child of node.children) {
    colons += source.between(at, child.start).split(':').length - 1;
    parts[colons] = adaptExpression(source, child);
    at = child.end;
  }
  return { kind: 'Slice', lower: parts[0], upper: parts[1], step: parts[2], ...source.place(node) };
}

function adaptYield(source: AdapterSource, node: SyntaxNode): Expr {
  const from = /^yield\s+from\b/.test(source.between(node.start, node.children[0]?.start ?? node.end));
  return {
    kind: from ? 'YieldFrom' : 'Yield',
    operands: adaptExpressions(source, node.children),
    ...source.place(node)
  };
}

/** The text between the operands: of `a < b not in c` it is `< not in`. */
function operatorOf(source: AdapterSource, node: SyntaxNode): string {
  let at = node.start;
  const operators: string[] = [];
  for (const child of node.children) {
    operators.push(source.between(at, child.start));
    at = child.end;
  }
  return operators.filter(Boolean).join(' ');
}

/** `a and b and c` is one operation, as in CPython; parentheses make it several. */
function adaptBoolean(source: AdapterSource, node: SyntaxNode): Expr {
  const [left, right] = adaptExpressions(source, node.children);
  const operator = operatorOf(source, node) === 'or' ? 'or' : 'and';
  const chained =
    left.kind === 'BoolOp' && left.operator === operator && node.children[0].type === 'boolean_operator';
  return {
    kind: 'BoolOp',
    operator,
    operands: [...(chained ? left.operands : [left]), right],
    ...source.place(node)
  };
}

function adaptCall(source: AdapterSource, node: SyntaxNode): Expr {
  const [callee, passed] = node.children;
  const func = adaptExpression(source, callee);
  const called = (func: Expr, { line, column }: Place): Call => ({
    ...adaptPassed(source, passed.type === 'argument_list' ? passed.children : [passed]),
    kind: 'Call',
    func,
    line,
    column
  });
  return func.kind === 'Starred'
    ? { ...func, value: called(func.value, func.value) }
    : called(func, source.place(node));
}

function adaptLambda(source: AdapterSource, node: SyntaxNode): Expr {
  const parameters = field(node, 'parameters');
  return {
    kind: 'Lambda',
    args: parameters ? adaptParameters(source, parameters) : [],
    body: adaptExpression(source, field(node, 'body')!),
    ...source.place(node)
  };
}

function adaptComp(source: AdapterSource, node: SyntaxNode, type: Comp['type']): Comp {
  const generators: Comprehension[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') {
      const iterated = adaptExpressions(source, fields(child, 'right'));
      generators.push({
        async: source.startsWith(child, 'async'),
        target: adaptExpression(source, field(child, 'left')!),
        iter: iterated.length === 1 ? iterated[0] : tupleOf(source, fields(child, 'right')),
        ifs: []
      });
    } else if (child.type === 'if_clause') {
      generators[generators.length - 1].ifs.push(adaptExpression(source, child.children[0]));
    }
  }
  const elts = adaptExpressions(source, unpair(field(node, 'body')!));
  return { kind: 'Comp', type, lazy: type === 'Generator', elts, generators, ...source.place(node) };
}

function adaptNamed(source: AdapterSource, node: SyntaxNode): Expr {
  return {
    kind: 'NamedExpr',
    target: adaptName(source, field(node, 'name')!),
    value: adaptExpression(source, field(node, 'value')!),
    ...source.place(node)
  };
}

/** In the order of evaluation: the condition comes first. */
function adaptConditional(source: AdapterSource, node: SyntaxNode): Expr {
  const [body, test, orelse] = adaptExpressions(source, node.children);
  return { kind: 'IfExp', operator: 'if', operands: [test, body, orelse], ...source.place(node) };
}
