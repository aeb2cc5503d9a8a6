import type { ISharedNotebook } from '@jupyter/ydoc';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { OpenEditor } from '../actions';
import type { Flow } from '../flow';
import { MARK_KEY, readMark, type StepMark } from '../notebook';
import { isCells } from '../pipeline';

/** How long changes of the pipeline are gathered before the notebooks are written, in milliseconds. */
const PAUSE = 50;

/**
 * Keeps the steps of a pipeline under `metadata.weft` of the cells of open notebooks, where the user asked for it, and
 * takes them out of cells that left their node. Written by whoever edits the pipeline, outside of the notebook's undo.
 */
export class StepKeeper implements IDisposable {
  /**
   * @param _panel the panel of a notebook of the pipeline, when it is open
   * @param _isOn whether the user asked for it: else no notebook is ever touched
   */
  constructor(
    private readonly _editor: OpenEditor,
    private readonly _panel: (path: string) => NotebookPanel | undefined,
    private readonly _isOn: () => boolean
  ) {
    this._stop = _editor.doc.subscribe(({ local }) => local && this.later());
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._stop();
    clearTimeout(this._timer);
    Signal.clearData(this);
  }

  /** Writes what has changed, soon. */
  later(): void {
    if (this._isOn() && !this._isDisposed) {
      this._timer ??= setTimeout(() => {
        this._timer = undefined;
        this._keep();
      }, PAUSE);
    }
  }

  private _keep(): void {
    const { flow } = this._editor.view;
    const marks = stepMarks(flow);
    marks.forEach((_, path) => this._paths.add(path));
    for (const path of this._paths) {
      const model = this._panel(path)?.context.model;
      if (model && !model.readOnly) {
        writeMarks(model.sharedModel, flow.pipeline.id, marks.get(path) ?? new Map());
      }
    }
  }

  /** Notebooks that the pipeline draws from, or drew from while it was open. */
  private readonly _paths = new Set<string>();
  private readonly _stop: () => void;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
}

/** The step that each cell is in, by the path of its notebook and its id; of a cell in two nodes, the first. */
export function stepMarks({ pipeline, nodes }: Flow): Map<string, Map<string, StepMark>> {
  const marks = new Map<string, Map<string, StepMark>>();
  for (const { id, node, title, cells, fileOf } of nodes.values()) {
    if (isCells(node) && fileOf === undefined) {
      const found = marks.get(node.notebook) ?? new Map<string, StepMark>();
      marks.set(node.notebook, found);
      for (const { ref, index } of cells) {
        if (index >= 0 && !found.has(ref.id)) {
          found.set(ref.id, { pipeline: pipeline.id, node: id, step: title });
        }
      }
    }
  }
  return marks;
}

/** Brings the marks of one pipeline in a notebook up to date; only what differs is written. */
export function writeMarks(
  model: ISharedNotebook,
  pipeline: string,
  marks: ReadonlyMap<string, StepMark>
): void {
  model.transact(() => {
    for (const cell of model.cells) {
      const mark = marks.get(cell.id);
      const kept = readMark(cell.getMetadata(MARK_KEY));
      if (mark && !(kept?.pipeline === pipeline && kept.node === mark.node && kept.step === mark.step)) {
        cell.setMetadata(MARK_KEY, { ...mark });
      } else if (!mark && kept?.pipeline === pipeline) {
        cell.deleteMetadata(MARK_KEY);
      }
    }
  }, false);
}
