import { adaptExpression, adaptExpressions } from './adapt-expression';
import type { Arguments, Expr, Keyword, Parameter, TypeParam } from './ast';
import type { AdapterSource } from './source';
import { field } from './source';
import type { SyntaxNode } from './syntax';

/** Positional and keyword values of a call or a class header. */
export function adaptPassed(
  source: AdapterSource,
  nodes: SyntaxNode[]
): { args: Expr[]; keywords: Keyword[] } {
  if (!nodes.some(isNamed)) {
    return { args: adaptExpressions(source, nodes), keywords: [] };
  }
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  for (const node of nodes) {
    if (node.type === 'keyword_argument') {
      keywords.push({
        arg: source.name(node.children[0]),
        value: adaptExpression(source, node.children[1])
      });
    } else if (node.type === 'dictionary_splat') {
      keywords.push({ arg: null, value: adaptExpression(source, node.children[0]) });
    } else {
      args.push(adaptExpression(source, node));
    }
  }
  return { args, keywords };
}

const isNamed = ({ type }: SyntaxNode): boolean => type === 'keyword_argument' || type === 'dictionary_splat';

/** Parameters of a `def` or `lambda`; the bare `*` and `/` carry no name. */
export function adaptParameters(source: AdapterSource, node: SyntaxNode): Arguments {
  let kind: Parameter['kind'] = node.children.some(child => child.type === 'positional_separator')
    ? 'positionalOnly'
    : 'plain';
  return node.children.flatMap((child): Parameter[] => {
    if (child.type === 'keyword_separator' || child.type === 'positional_separator') {
      kind = child.type === 'keyword_separator' ? 'keywordOnly' : 'plain';
      return [];
    }
    const annotation = field(child, 'type');
    const value = field(child, 'value');
    let name = field(child, 'name') ?? (child.type === 'identifier' ? child : child.children[0]);
    const splat = SPLATS[child.type] ?? SPLATS[name.type];
    while (name.type !== 'identifier' && name.children.length > 0) {
      name = name.children[0];
    }
    const own = splat ?? kind;
    kind = splat ? 'keywordOnly' : kind;
    return [
      {
        name: source.name(name),
        annotation: annotation ? adaptExpression(source, annotation) : null,
        default: value ? adaptExpression(source, value) : null,
        kind: own,
        ...source.place(name)
      }
    ];
  });
}

const SPLATS: Record<string, 'args' | 'kwargs'> = {
  list_splat_pattern: 'args',
  dictionary_splat_pattern: 'kwargs'
};

/** `[T: B = D, *Ts, **P]` of a `def`, `class` or `type`; a default is in the tree as a bound of the bound. */
export function adaptTypeParameters(source: AdapterSource, node: SyntaxNode | undefined): TypeParam[] {
  return (node?.children ?? []).map(type => {
    const parts = colonParts(type);
    const bounds = parts.slice(1).map((part, index) => ({
      defaults: source.between(parts[index].end, part.start) === '=',
      value: adaptExpression(source, part)
    }));
    let name = parts[0];
    while (name.children.length > 0) {
      name = name.children[0];
    }
    const stars = source.slice(parts[0]);
    return {
      kind: stars.startsWith('**') ? 'ParamSpec' : stars.startsWith('*') ? 'TypeVarTuple' : 'TypeVar',
      name: source.name(name),
      bound: bounds.find(one => !one.defaults)?.value ?? null,
      default: bounds.find(one => one.defaults)?.value ?? null
    };
  });
}

/** The parts of `a: b: c`. */
function colonParts(node: SyntaxNode): SyntaxNode[] {
  if (node.type === 'constrained_type') {
    return node.children.flatMap(colonParts);
  }
  return node.type === 'type' && node.children[0]?.type === 'constrained_type'
    ? colonParts(node.children[0])
    : [node];
}
