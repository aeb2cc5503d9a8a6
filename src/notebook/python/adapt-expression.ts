import { adaptParameters, adaptPassed } from './adapt-parameters';
import type { Call, Comp, Comprehension, Expr, Name } from './ast';
import type { AdapterSource } from './source';
import { field, fields } from './source';
import type { SyntaxNode } from './syntax';

type Adapt = (source: AdapterSource, node: SyntaxNode) => Expr;

const operation: Adapt = (source, node) => ({
  kind: 'Operation',
  operands: all(source, node.children),
  ...source.place(node)
});

const display =
  (kind: 'Tuple' | 'List' | 'Set' | 'Dict'): Adapt =>
  (source, node) => ({ kind, elts: all(source, node.children.flatMap(unpair)), ...source.place(node) });

const wrapper =
  (kind: 'Await' | 'Yield' | 'JoinedStr' | 'Slice'): Adapt =>
  (source, node) => ({ kind, operands: all(source, node.children), ...source.place(node) });

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
      ? { kind: 'Magic', ...source.magics.get(node.start)!, ...source.place(node) }
      : { kind: 'Constant', type, text: source.slice(node), ...source.place(node) };

const comprehension =
  (lazy: boolean): Adapt =>
  (source, node) =>
    adaptComp(source, node, lazy);

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
  member_type: inner,
  subscript: adaptSubscript,
  generic_type: operation,
  type_parameter: operation,
  union_type: operation,
  constrained_type: operation,
  splat_type: inner,
  type: inner,
  call: adaptCall,
  lambda: adaptLambda,
  list_comprehension: comprehension(false),
  set_comprehension: comprehension(false),
  dictionary_comprehension: comprehension(false),
  generator_expression: comprehension(true),
  named_expression: adaptNamed,
  tuple: display('Tuple'),
  expression_list: display('Tuple'),
  pattern_list: display('Tuple'),
  tuple_pattern: display('Tuple'),
  list: display('List'),
  list_pattern: display('List'),
  set: display('Set'),
  dictionary: display('Dict'),
  list_splat: starred,
  list_splat_pattern: starred,
  dictionary_splat: starred,
  dictionary_splat_pattern: starred,
  binary_operator: operation,
  unary_operator: operation,
  not_operator: operation,
  comparison_operator: operation,
  boolean_operator: (source, node) => ({ ...operation(source, node), kind: 'BoolOp' }) as Expr,
  conditional_expression: adaptConditional,
  await: wrapper('Await'),
  yield: wrapper('Yield'),
  slice: wrapper('Slice'),
  parenthesized_expression: inner,
  as_pattern_target: inner
};

/** An expression or assignment target. Unknown nodes keep their operands, so no name is lost. */
export function adaptExpression(source: AdapterSource, node: SyntaxNode): Expr {
  return (ADAPTERS[node.type] ?? operation)(source, node);
}

function all(source: AdapterSource, nodes: SyntaxNode[]): Expr[] {
  return nodes.map(node => adaptExpression(source, node));
}

function unpair(node: SyntaxNode): SyntaxNode[] {
  return node.type === 'pair' ? node.children : [node];
}

export function adaptName(source: AdapterSource, node: SyntaxNode): Name {
  return { kind: 'Name', id: source.slice(node).normalize('NFKC'), ...source.place(node) };
}

const STRING = /^([a-z]*)("""|'''|"|')/i;

function adaptString(source: AdapterSource, node: SyntaxNode): Expr {
  const operands = interpolations(node).flatMap(found => interpolated(source, found));
  if (operands.length > 0) {
    return { kind: 'JoinedStr', operands, ...source.place(node) };
  }
  const raw = source.slice(node);
  const [, prefix, quote] = STRING.exec(raw) ?? ['', '', '"'];
  return {
    kind: 'Constant',
    type: /b/i.test(prefix) ? 'bytes' : 'str',
    text: raw.slice(prefix.length + quote.length, -quote.length),
    ...source.place(node)
  };
}

function interpolations(node: SyntaxNode): SyntaxNode[] {
  return node.children.filter(child => child.type === 'interpolation' || child.type === 'format_expression');
}

/** The value of a field, then the fields of its format spec. */
function interpolated(source: AdapterSource, node: SyntaxNode): Expr[] {
  const value = field(node, 'expression');
  const spec = field(node, 'format_specifier');
  return [
    ...(value ? [adaptExpression(source, value)] : []),
    ...(spec ? interpolations(spec).flatMap(found => interpolated(source, found)) : [])
  ];
}

function adaptConcatenation(source: AdapterSource, node: SyntaxNode): Expr {
  const parts = all(source, node.children);
  if (parts.every(part => part.kind === 'Constant' && part.type === 'str')) {
    const text = parts.map(part => (part.kind === 'Constant' ? part.text : '')).join('');
    return { kind: 'Constant', type: 'str', text, ...source.place(node) };
  }
  return { kind: 'JoinedStr', operands: parts, ...source.place(node) };
}

function adaptAttribute(source: AdapterSource, node: SyntaxNode): Expr {
  const [object, attribute] = [field(node, 'object')!, field(node, 'attribute')!];
  return {
    kind: 'Attribute',
    value: adaptExpression(source, object),
    attr: source.slice(attribute),
    ...source.place(node)
  };
}

function adaptSubscript(source: AdapterSource, node: SyntaxNode): Expr {
  const subscripts = all(source, fields(node, 'subscript'));
  const span = source.place(node);
  return {
    kind: 'Subscript',
    value: adaptExpression(source, field(node, 'value')!),
    slice: subscripts.length === 1 ? subscripts[0] : { kind: 'Tuple', elts: subscripts, ...span },
    ...span
  };
}

function adaptCall(source: AdapterSource, node: SyntaxNode): Call {
  const passed = field(node, 'arguments')!;
  return {
    kind: 'Call',
    func: adaptExpression(source, field(node, 'function')!),
    ...adaptPassed(source, passed.type === 'argument_list' ? passed.children : [passed]),
    ...source.place(node)
  };
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

function adaptComp(source: AdapterSource, node: SyntaxNode, lazy: boolean): Comp {
  const generators: Comprehension[] = [];
  for (const child of node.children) {
    if (child.type === 'for_in_clause') {
      const iterated = all(source, fields(child, 'right'));
      generators.push({
        target: adaptExpression(source, field(child, 'left')!),
        iter: iterated.length === 1 ? iterated[0] : { kind: 'Tuple', elts: iterated, ...source.place(child) },
        ifs: []
      });
    } else if (child.type === 'if_clause') {
      generators[generators.length - 1].ifs.push(adaptExpression(source, child.children[0]));
    }
  }
  const elts = all(source, unpair(field(node, 'body')!));
  return { kind: 'Comp', lazy, elts, generators, ...source.place(node) };
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
  const [body, test, orelse] = all(source, node.children);
  return { kind: 'IfExp', operands: [test, body, orelse], ...source.place(node) };
}
