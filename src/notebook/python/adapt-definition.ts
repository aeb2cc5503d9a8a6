import type { ClassDef, Expr, FunctionDef, Stmt } from './ast';
import { adaptExpression } from './adapt-expression';
import { adaptParameters, adaptPassed, adaptTypeParameters } from './adapt-parameters';
import { block } from './adapt-statement';
import type { AdapterSource } from './source';
import { field } from './source';
import type { SyntaxNode } from './syntax';

/** `def`, with the decorators found around it. */
export function adaptFunction(source: AdapterSource, node: SyntaxNode, decorators: Expr[]): FunctionDef {
  const returns = field(node, 'return_type');
  const body = block(source, field(node, 'body'));
  return {
    kind: 'FunctionDef',
    async: source.startsWith(node, 'async'),
    name: source.name(field(node, 'name')!),
    decorators,
    typeParams: adaptTypeParameters(source, field(node, 'type_parameters')),
    args: adaptParameters(source, field(node, 'parameters')!),
    returns: returns ? adaptExpression(source, returns) : null,
    body,
    ...source.spanTo(node, body)
  };
}

/** `class`, with the decorators found around it. */
export function adaptClass(source: AdapterSource, node: SyntaxNode, decorators: Expr[]): ClassDef {
  const { args, keywords } = adaptPassed(source, field(node, 'superclasses')?.children ?? []);
  const body = block(source, field(node, 'body'));
  return {
    kind: 'ClassDef',
    name: source.name(field(node, 'name')!),
    decorators,
    typeParams: adaptTypeParameters(source, field(node, 'type_parameters')),
    bases: args,
    keywords,
    body,
    ...source.spanTo(node, body)
  };
}

export function adaptDecorated(source: AdapterSource, node: SyntaxNode): Stmt {
  const decorators = node.children
    .filter(child => child.type === 'decorator')
    .map(child => adaptExpression(source, child.children[0]));
  const definition = field(node, 'definition')!;
  const adapted =
    definition.type === 'class_definition'
      ? adaptClass(source, definition, decorators)
      : adaptFunction(source, definition, decorators);
  return { ...adapted, ...source.place(node) };
}

export function adaptTypeAlias(source: AdapterSource, node: SyntaxNode): Stmt {
  let name = field(node, 'left')!;
  let parameters: SyntaxNode | undefined;
  while (name.children.length > 0) {
    parameters = name.children.find(child => child.type === 'type_parameter') ?? parameters;
    name = name.children[0];
  }
  return {
    kind: 'TypeAlias',
    name: source.name(name),
    typeParams: adaptTypeParameters(source, parameters),
    value: adaptExpression(source, field(node, 'right')!),
    ...source.span(node)
  };
}
