import type { OpenEditor } from '../actions';
import {
  type Dropped,
  type Flow,
  followMerges,
  keepTrack,
  type MergedCell,
  mergedCells,
  type NotebookSource,
  type Refollow
} from '../flow';
import type { AnalyzedNotebook } from '../notebook';
import { type CellRef, isCells, setField } from '../pipeline';

/** A merge of cells that was followed, to be taken back when the notebook takes back the merge. */
interface Followed {
  notebook: string;
  /** Ids of cells that are gone, and of the cell that they became. */
  parts: string[];
  into: string;
  nodes: { node: string; before: CellRef[]; after: CellRef[] }[];
}

/**
 * Hands changes of notebooks to an editor, and writes what the nodes have to name for their cells to stay followed.
 * This is no gesture on the canvas, so that undoing one never undoes it.
 */
export class CellFollower {
  constructor(private readonly _editor: OpenEditor) {}

  /** Takes what the notebooks say now. */
  update(source: NotebookSource): void {
    const { view } = this._editor;
    this._editor.setNotebooks(source);
    const after = this._editor.view.flow;
    const now = this._read(source);
    const known = this._known;
    this._known = now;
    if (view.readOnly) {
      return;
    }
    const isThere = (notebook: string, id: string) =>
      now.get(notebook)?.cells.some(cell => cell.id === id) ?? false;
    const dropped: Dropped[] = [];
    const refollows: Refollow[] = [];
    for (const [path, notebook] of now) {
      const last = known.get(path);
      if (last && last !== notebook) {
        refollows.push(...this._takenBack(path, isThere));
        // What stands as it was drawn was split before, and is whole again.
        const isDrawn = ({ into }: MergedCell) => isAsDrawn(after, path, into.id);
        for (const merge of mergedCells(last, notebook).filter(merge => !isDrawn(merge))) {
          const merged = followMerges(view.flow, path, [merge]);
          this._remember(
            path,
            merge.parts.map(({ id }) => id),
            merge.into.id,
            merged.refollows
          );
          refollows.push(...merged.refollows);
          dropped.push(...merged.dropped);
        }
      }
    }
    this._write([...keepTrack(view.flow, after, isThere), ...refollows]);
    dropped.forEach(each => this._say(each));
  }

  private _read(source: NotebookSource): Map<string, AnalyzedNotebook> {
    const paths = Object.values(this._editor.doc.pipeline.nodes).flatMap(node =>
      isCells(node) ? [node.notebook] : []
    );
    return new Map(
      [...new Set(paths)].flatMap(path => {
        const found = source.notebook(path);
        const last = this._known.get(path);
        const kept = 'message' in found ? last : found;
        return kept ? [[path, kept] as const] : [];
      })
    );
  }

  private _remember(notebook: string, parts: string[], into: string, refollows: readonly Refollow[]): void {
    const { nodes } = this._editor.doc.pipeline;
    const changed = refollows.map(({ node, cells }) => ({
      node,
      before: cellsOf(nodes[node]),
      after: cells
    }));
    if (changed.length > 0) {
      this._followed.push({ notebook, parts, into, nodes: changed });
    }
  }

  /** Merges that the notebook took back: each node that was not changed since holds what it held. */
  private _takenBack(path: string, isThere: (notebook: string, id: string) => boolean): Refollow[] {
    const back = this._followed.filter(
      ({ notebook, parts, into }) =>
        notebook === path &&
        parts.every(id => isThere(path, id)) &&
        (parts.includes(into) || !isThere(path, into))
    );
    this._followed = this._followed.filter(each => !back.includes(each));
    const { nodes } = this._editor.doc.pipeline;
    return back
      .flatMap(each => each.nodes)
      .filter(({ node, after }) => JSON.stringify(cellsOf(nodes[node])) === JSON.stringify(after))
      .map(({ node, before }) => ({ node, cells: before }));
  }

  private _write(refollows: readonly Refollow[]): void {
    const { doc } = this._editor;
    if (refollows.length > 0) {
      doc.transact(
        () => refollows.forEach(({ node, cells }) => setField(doc, node, ['cells'], cells)),
        false
      );
    }
  }

  private _say({ from, to, into }: Dropped): void {
    const { host, trans } = this._editor;
    host.notify(
      trans.__('“%1” lost a cell that was merged into cell %2: “%3” runs it now.', from, into + 1, to),
      'info'
    );
  }

  private _known: ReadonlyMap<string, AnalyzedNotebook> = new Map();
  private _followed: Followed[] = [];
}

const isAsDrawn = ({ nodes }: Flow, notebook: string, cell: string): boolean =>
  [...nodes.values()].some(
    ({ node, cells }) =>
      isCells(node) &&
      node.notebook === notebook &&
      cells.some(({ ref, state }) => ref.id === cell && state === 'ok')
  );

const cellsOf = (node: unknown): CellRef[] => (node as { cells?: CellRef[] } | undefined)?.cells ?? [];
