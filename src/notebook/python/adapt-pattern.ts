import type { Expr, Name, Pattern } from './ast';
import { adaptName } from './adapt-expression';
import type { AdapterSource } from './source';
import type { SyntaxNode } from './syntax';

/** The patterns of one `case`, read as a whole: what is looked up and what is captured. */
export function adaptPattern(source: AdapterSource, nodes: SyntaxNode[], at: SyntaxNode): Pattern {
  const reads: Expr[] = [];
  const captures: Name[] = [];
  for (const node of nodes) {
    collect(source, node, reads, captures);
  }
  return {
    kind: 'Pattern',
    reads,
    captures,
    irrefutable: nodes.length === 1 && matchesAll(source, nodes[0]),
    ...source.place(at)
  };
}

function collect(source: AdapterSource, node: SyntaxNode, reads: Expr[], captures: Name[]): void {
  switch (node.type) {
    case 'dotted_name':
      if (node.children.length === 1) {
        capture(source, node.children[0], captures);
      } else if (node.children.length > 1) {
        reads.push(adaptDotted(source, node));
      }
      return;
    case 'class_pattern':
      reads.push(adaptDotted(source, node.children[0]));
      node.children.slice(1).forEach(child => collect(source, child, reads, captures));
      return;
    case 'keyword_pattern':
      node.children.slice(1).forEach(child => collect(source, child, reads, captures));
      return;
    case 'as_pattern':
      collect(source, node.children[0], reads, captures);
      capture(source, node.children[1], captures);
      return;
    case 'splat_pattern':
      node.children.forEach(child => capture(source, child, captures));
      return;
    default:
      node.children.forEach(child => collect(source, child, reads, captures));
  }
}

/** `A`, `a.b.C`. */
function adaptDotted(source: AdapterSource, node: SyntaxNode): Expr {
  const [first, ...rest] = node.children;
  return rest.reduce<Expr>(
    (value, part) => ({ kind: 'Attribute', value, attr: source.name(part), ...source.place(node) }),
    adaptName(source, first)
  );
}

function capture(source: AdapterSource, node: SyntaxNode, captures: Name[]): void {
  const name = adaptName(source, node);
  if (name.id !== '_') {
    captures.push(name);
  }
}

/** `_`, a bare name, or one of these in parentheses or under `as`. */
function matchesAll(source: AdapterSource, node: SyntaxNode): boolean {
  if (/^\s*,/.test(source.text.slice(node.end, node.end + 20))) {
    return false;
  }
  switch (node.type) {
    case 'case_pattern':
      return node.children.length === 0 ? node.end - node.start === 1 : matchesAll(source, node.children[0]);
    case 'dotted_name':
      return node.children.length === 1;
    case 'as_pattern':
      return matchesAll(source, node.children[0]);
    case 'tuple_pattern':
      return node.children.length === 1 && matchesAll(source, node.children[0]);
    default:
      return false;
  }
}
