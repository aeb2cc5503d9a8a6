import type { Editor, EditorView, Translation } from '../../actions';
import type { Problem } from '../../checks';
import { setField } from '../../pipeline';
import { commit } from '../commit';
import type { Path } from './field';

/** What several selected nodes have where they differ. */
export const MIXED = Symbol('mixed');

/** What the fields of one form read and write: one node, several, or the pipeline. */
export interface Form {
  editor: Editor;
  view: EditorView;
  trans: Translation;
  /** Ids of the nodes that the form edits; none for the pipeline. */
  nodes: readonly string[];
  problems: readonly Problem[];
  /** A setting; `undefined` when absent, `MIXED` when the nodes differ. */
  get(path: Path): unknown;
  /** Writes a setting, or removes it, as one undo step. */
  set(path: Path, value: unknown): void;
  /** Makes several edits as one undo step. */
  edit(edits: () => void): void;
}

/** The value at a path of plain data. */
export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data
  );
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A form over the settings of nodes; several nodes are written in one transaction. */
export function nodeForm(editor: Editor, trans: Translation, nodes: readonly string[]): Form {
  const { view } = editor;
  const held = () => view.flow.pipeline.nodes;
  return {
    editor,
    view,
    trans,
    nodes,
    problems: view.problems.filter(({ node }) => node !== undefined && nodes.includes(node)),
    get: path => {
      const values = nodes.map(id => valueAt(held()[id], path));
      return values.every(value => same(value, values[0])) ? values[0] : MIXED;
    },
    set: (path, value) =>
      commit(editor, () => {
        // A draft may be committed after a peer deleted the node.
        for (const id of nodes.filter(id => id in editor.doc.pipeline.nodes)) {
          setField(editor.doc, id, path, value);
        }
      }),
    edit: edits => commit(editor, edits)
  };
}
