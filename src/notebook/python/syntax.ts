import type { Tree } from 'web-tree-sitter';

/** A named node of the parser's tree, copied out once: crossing into WebAssembly per node is what costs. */
export interface SyntaxNode {
  type: string;
  field: string | null;
  start: number;
  end: number;
  children: SyntaxNode[];
  /** The parser put it in to go on after a fault. */
  missing: boolean;
}

const SKIPPED = new Set(['comment', 'line_continuation', 'string_start', 'string_end', 'escape_sequence']);

/** Copies the named nodes of a tree; missing tokens are kept even when they have no name. */
export function readTree(tree: Tree): SyntaxNode {
  const cursor = tree.walk();
  const visit = (): SyntaxNode => {
    const node: SyntaxNode = {
      type: cursor.nodeType,
      field: cursor.currentFieldName,
      start: cursor.startIndex,
      end: cursor.endIndex,
      children: [],
      missing: cursor.nodeIsMissing
    };
    if (node.type !== 'string_content' && cursor.gotoFirstChild()) {
      do {
        if (cursor.nodeIsMissing || (cursor.nodeIsNamed && !SKIPPED.has(cursor.nodeType))) {
          node.children.push(visit());
        }
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    return node;
  };
  const root = visit();
  cursor.delete();
  return root;
}

/** The first fault the parser met, in source order. */
export function firstFault(node: SyntaxNode): SyntaxNode | null {
  if (node.type === 'ERROR' || node.missing) {
    return node;
  }
  for (const child of node.children) {
    const fault = firstFault(child);
    if (fault) {
      return fault;
    }
  }
  return null;
}
