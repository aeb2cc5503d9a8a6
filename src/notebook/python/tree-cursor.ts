import type { Tree, TreeCursor } from 'web-tree-sitter';

/** A place in the parser's tree that can be moved. Each call is one crossing into WebAssembly, which is what costs. */
export interface Cursor {
  /** The id of the kind of node, as `Language.nodeTypeForId` takes it. */
  kind(): number;
  /** The id of the field that the node stands under; 0 when there is none. */
  field(): number;
  start(): number;
  end(): number;
  /** The parser put the node in to go on after a fault. */
  isMissing(): boolean;
  toFirstChild(): boolean;
  toNextSibling(): boolean;
  toParent(): void;
  /** Frees its memory; it is of no use from then on. */
  close(): void;
}

/** Opens a cursor at the root of a tree. No other tree may be touched until it is closed. */
export type OpenCursor = (tree: Tree) => Cursor;

const ON_TREE = [
  '_ts_tree_root_node_wasm',
  '_ts_tree_cursor_new_wasm',
  '_ts_tree_cursor_delete_wasm',
  '_ts_tree_cursor_current_node_type_id_wasm',
  '_ts_tree_cursor_current_field_id_wasm',
  '_ts_tree_cursor_start_index_wasm',
  '_ts_tree_cursor_end_index_wasm',
  '_ts_tree_cursor_current_node_is_missing_wasm',
  '_ts_tree_cursor_goto_first_child_wasm',
  '_ts_tree_cursor_goto_next_sibling_wasm',
  '_ts_tree_cursor_goto_parent_wasm'
] as const;

type Calls = Record<(typeof ON_TREE)[number], (tree: number) => number>;

/**
 * The way to open cursors that costs least: web-tree-sitter's own functions in WebAssembly, found on the object that its
 * `init` was given. They pass a cursor on in one buffer, out of which `TreeCursor` copies it after each call and back
 * before the next; with one cursor at a time it can stay there. Where a release has other functions, `TreeCursor`.
 */
export function cursorsOf(runtime: object): OpenCursor {
  if (!hasCalls(runtime)) {
    return publicCursor;
  }
  return tree => {
    const address: unknown = Reflect.get(tree, 0);
    return typeof address === 'number' ? new DirectCursor(runtime, address) : publicCursor(tree);
  };
}

const hasCalls = (runtime: object): runtime is Calls =>
  ON_TREE.every(name => typeof Reflect.get(runtime, name) === 'function');

class DirectCursor implements Cursor {
  constructor(
    private readonly _calls: Calls,
    private readonly _tree: number
  ) {
    // the first leaves the node in the buffer, the second makes it a cursor
    _calls._ts_tree_root_node_wasm(_tree);
    _calls._ts_tree_cursor_new_wasm(_tree);
  }

  kind(): number {
    return this._calls._ts_tree_cursor_current_node_type_id_wasm(this._tree);
  }

  field(): number {
    return this._calls._ts_tree_cursor_current_field_id_wasm(this._tree);
  }

  start(): number {
    return this._calls._ts_tree_cursor_start_index_wasm(this._tree);
  }

  end(): number {
    return this._calls._ts_tree_cursor_end_index_wasm(this._tree);
  }

  isMissing(): boolean {
    return this._calls._ts_tree_cursor_current_node_is_missing_wasm(this._tree) === 1;
  }

  toFirstChild(): boolean {
    return this._calls._ts_tree_cursor_goto_first_child_wasm(this._tree) === 1;
  }

  toNextSibling(): boolean {
    return this._calls._ts_tree_cursor_goto_next_sibling_wasm(this._tree) === 1;
  }

  toParent(): void {
    this._calls._ts_tree_cursor_goto_parent_wasm(this._tree);
  }

  close(): void {
    this._calls._ts_tree_cursor_delete_wasm(this._tree);
  }
}

/** By what web-tree-sitter documents. */
export const publicCursor: OpenCursor = tree => new PublicCursor(tree.walk());

class PublicCursor implements Cursor {
  constructor(private readonly _cursor: TreeCursor) {}

  kind(): number {
    return this._cursor.nodeTypeId;
  }

  field(): number {
    return this._cursor.currentFieldId;
  }

  start(): number {
    return this._cursor.startIndex;
  }

  end(): number {
    return this._cursor.endIndex;
  }

  isMissing(): boolean {
    return this._cursor.nodeIsMissing;
  }

  toFirstChild(): boolean {
    return this._cursor.gotoFirstChild();
  }

  toNextSibling(): boolean {
    return this._cursor.gotoNextSibling();
  }

  toParent(): void {
    this._cursor.gotoParent();
  }

  close(): void {
    this._cursor.delete();
  }
}
