import { adaptExpression } from './adapt-expression';
import type { Arguments, Expr, Keyword, Parameter, TypeParam } from './ast';
import type { AdapterSource } from './source';
import { field } from './source';
import type { SyntaxNode } from './syntax';

/** Positional and keyword values of a call or a class header. */
export function adaptPassed(
  source: AdapterSource,
  nodes: SyntaxNode[]
): { args: Expr[]; keywords: Keyword[] } {
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  for (const node of nodes) {
    if (node.type === 'keyword_argument') {
      keywords.push({
        arg: source.slice(field(node, 'name')!),
        value: adaptExpression(source, field(node, 'value')!)
      });
    } else if (node.type === 'dictionary_splat') {
      keywords.push({ arg: null, value: adaptExpression(source, node.children[0]) });
    } else {
      args.push(adaptExpression(source, node));
    }
  }
  return { args, keywords };
}

/** Parameters of a `def` or `lambda`; the bare `*` and `/` carry no name. */
export function adaptParameters(source: AdapterSource, node: SyntaxNode): Arguments {
  return node.children.flatMap((child): Parameter[] => {
    if (child.type === 'keyword_separator' || child.type === 'positional_separator') {
      return [];
    }
    const annotation = field(child, 'type');
    const value = field(child, 'value');
    let name = field(child, 'name') ?? (child.type === 'identifier' ? child : child.children[0]);
    const variadic = child.type.endsWith('_splat_pattern') || name.type.endsWith('_splat_pattern');
    while (name.type !== 'identifier' && name.children.length > 0) {
      name = name.children[0];
    }
    return [
      {
        name: source.slice(name),
        annotation: annotation ? adaptExpression(source, annotation) : null,
        default: value ? adaptExpression(source, value) : null,
        variadic,
        ...source.place(name)
      }
    ];
  });
}

/** `[T: B, *Ts, **P]` of a `def`, `class` or `type`. */
export function adaptTypeParameters(source: AdapterSource, node: SyntaxNode | undefined): TypeParam[] {
  return (node?.children ?? []).map(type => {
    let name = type;
    let bound: SyntaxNode | null = null;
    while (name.children.length > 0) {
      if (name.type === 'constrained_type') {
        bound = name.children[1];
      }
      name = name.children[0];
    }
    return { name: source.slice(name), bound: bound ? adaptExpression(source, bound) : null };
  });
}
