import type { Language, Tree } from 'web-tree-sitter';
import type { Cursor, OpenCursor } from './tree-cursor';

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
const LEAVES = new Set(
  'identifier integer float true false none ellipsis string_content import_prefix'.split(' ')
);
/** Frequent nodes of which no child is under a field, or whose children are told by their places. */
const FIELDLESS = new Set(
  (
    'module block expression_statement argument_list string list tuple dictionary pair expression_list ' +
    'parenthesized_expression binary_operator comparison_operator boolean_operator not_operator ' +
    'call attribute subscript keyword_argument'
  ).split(' ')
);
/** How many children nodes have that always have as many, the last of which nothing follows. */
const FULL: ReadonlyMap<string, number> = new Map([
  ['call', 2],
  ['attribute', 2],
  ['keyword_argument', 2],
  ['pair', 2],
  ['binary_operator', 2]
]);
const NO_CHILDREN: SyntaxNode[] = [];

/** Copies the named nodes of a tree; missing tokens are kept even when they have no name. */
export class TreeReader {
  constructor(
    private readonly _language: Language,
    private readonly _open: OpenCursor
  ) {}

  /** @param faulty whether the parser met a fault in it */
  read(tree: Tree, faulty: boolean): SyntaxNode {
    const cursor = this._open(tree);
    this._found.length = 0;
    const root = this._visit(cursor, this._type(cursor.kind()), false, faulty);
    // not where the stack ran over: the cursor may have been halfway between two nodes
    cursor.close();
    return root;
  }

  private _visit(cursor: Cursor, type: string, hasField: boolean, faulty: boolean): SyntaxNode {
    const node: SyntaxNode = {
      type,
      field: hasField ? this._field(cursor.field()) : null,
      start: cursor.start(),
      end: cursor.end(),
      children: NO_CHILDREN,
      missing: faulty && cursor.isMissing()
    };
    if (!LEAVES.has(type) && cursor.toFirstChild()) {
      const fields = !FIELDLESS.has(type);
      const found = this._found;
      const first = found.length;
      const full = faulty ? undefined : FULL.get(type);
      do {
        const id = cursor.kind();
        const kept = this._kept(id);
        if (kept !== null) {
          found.push(this._visit(cursor, kept, fields, faulty));
        } else if (faulty && cursor.isMissing()) {
          found.push(this._visit(cursor, this._type(id), fields, faulty));
        }
      } while (found.length - first !== full && cursor.toNextSibling());
      cursor.toParent();
      node.children = found.length === first ? NO_CHILDREN : found.slice(first);
      found.length = first;
    }
    return node;
  }

  private _type(id: number): string {
    return id === ERROR ? 'ERROR' : (this._language.nodeTypeForId(id) ?? '');
  }

  /** The type of a node worth keeping, else null; looked up once per kind of node. */
  private _kept(id: number): string | null {
    let kept = this._types.get(id);
    if (kept === undefined) {
      const type = this._type(id);
      kept = id === ERROR || (this._language.nodeTypeIsNamed(id) && !SKIPPED.has(type)) ? type : null;
      this._types.set(id, kept);
    }
    return kept;
  }

  private _field(id: number): string | null {
    return id === 0 ? null : this._language.fieldNameForId(id);
  }

  private readonly _types = new Map<number, string | null>();
  /** Children found so far of the nodes that are being read; their own array is made when their number is known. */
  private readonly _found: SyntaxNode[] = [];
}

/** Tree-sitter's id of an error node. */
const ERROR = 65535;

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
