import type { Language, Tree } from 'web-tree-sitter';
import { words } from '../words';
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

const SKIPPED = words('comment line_continuation string_start string_end escape_sequence');
const LEAVES = words('identifier integer float true false none ellipsis string_content import_prefix');
/** Frequent nodes of which no child is under a field, or whose children are told by their places. */
const FIELDLESS = words(`
  module block expression_statement argument_list string list tuple dictionary pair expression_list
  parenthesized_expression binary_operator comparison_operator boolean_operator not_operator
  call attribute subscript keyword_argument
`);
/** Nodes of two children that begin with the first and end with the second, so that these tell their places. */
const PAIRS = words('call attribute keyword_argument pair binary_operator');
/** Nodes whose first child that is kept begins where they do. */
const LED = words('expression_statement assignment augmented_assignment subscript comparison_operator');

/** What of a kind of node is kept. */
interface Kind {
  type: string;
  leaf: boolean;
  fields: boolean;
  pair: boolean;
  led: boolean;
  string: boolean;
}

const NO_CHILDREN: SyntaxNode[] = [];

/** Copies the named nodes of a tree; missing tokens are kept even when they have no name. */
export class TreeReader {
  constructor(
    private readonly _language: Language,
    private readonly _open: OpenCursor
  ) {}

  /**
   * @param text that the tree was made of
   * @param faulty whether the parser met a fault in it
   */
  read(tree: Tree, text: string, faulty: boolean): SyntaxNode {
    const cursor = this._open(tree);
    this._found.length = 0;
    this._text = text;
    this._faulty = faulty;
    const root = this._visit(cursor, this._kindOf(cursor.kind()), false);
    // not where the stack ran over: the cursor may have been halfway between two nodes
    cursor.close();
    return root;
  }

  private _visit(cursor: Cursor, kind: Kind, hasField: boolean): SyntaxNode {
    const faulty = this._faulty;
    const pair = kind.pair && !faulty;
    const node: SyntaxNode = {
      type: kind.type,
      field: hasField ? this._field(cursor.field()) : null,
      start: !faulty && (kind.led || kind.pair) ? 0 : cursor.start(),
      end: pair ? 0 : cursor.end(),
      children: NO_CHILDREN,
      missing: faulty && cursor.isMissing()
    };
    if (
      kind.leaf ||
      (kind.string && !faulty && !mayHaveFields(this._text, node.start)) ||
      !cursor.toFirstChild()
    ) {
      return node;
    }
    const found = this._found;
    const first = found.length;
    do {
      const id = cursor.kind();
      const kept = this._kept(id);
      if (kept !== null) {
        const child = this._visit(cursor, kept, kind.fields);
        found.push(child);
        if (pair ? found.length - first === 2 : !faulty && this._isLast(child, node)) {
          break;
        }
      } else if (faulty && cursor.isMissing()) {
        found.push(this._visit(cursor, this._kindOf(id), kind.fields));
      }
    } while (cursor.toNextSibling());
    cursor.toParent();
    if (found.length > first) {
      node.children = found.slice(first);
      found.length = first;
    }
    if (!faulty && (kind.led || kind.pair)) {
      node.start = node.children[0].start;
    }
    if (pair) {
      node.end = node.children[1].end;
    }
    return node;
  }

  /** Nothing that is kept comes after a child that ends where its node does, or before the bracket that closes this. */
  private _isLast(child: SyntaxNode, node: SyntaxNode): boolean {
    return child.end === node.end || (child.end === node.end - 1 && CLOSING.includes(this._text[child.end]));
  }

  private _kindOf(id: number): Kind {
    const type = this._type(id);
    return {
      type,
      leaf: LEAVES.has(type),
      fields: !FIELDLESS.has(type),
      pair: PAIRS.has(type),
      led: LED.has(type),
      string: type === 'string'
    };
  }

  private _type(id: number): string {
    return id === ERROR ? 'ERROR' : (this._language.nodeTypeForId(id) ?? '');
  }

  /** The kind of a node worth keeping, else null; looked up once. */
  private _kept(id: number): Kind | null {
    let kept = this._kinds.get(id);
    if (kept === undefined) {
      const kind = this._kindOf(id);
      kept = id === ERROR || (this._language.nodeTypeIsNamed(id) && !SKIPPED.has(kind.type)) ? kind : null;
      this._kinds.set(id, kept);
    }
    return kept;
  }

  private _field(id: number): string | null {
    return id === 0 ? null : this._language.fieldNameForId(id);
  }

  private _text = '';
  private _faulty = false;
  private readonly _kinds = new Map<number, Kind | null>();
  /** Children found so far of the nodes that are being read; their own array is made when their number is known. */
  private readonly _found: SyntaxNode[] = [];
}

/** Whether the string that begins at an offset has fields: an `f` or a `t` is in its prefix. */
function mayHaveFields(text: string, start: number): boolean {
  FIELDED.lastIndex = start;
  return FIELDED.test(text);
}

const FIELDED = /r?[ft]/iy;

const CLOSING = ')]}';

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
