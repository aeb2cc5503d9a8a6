import { PathExt } from '@jupyterlab/coreutils';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';
import type { NotebookFault, NotebookSource } from '../flow';
import {
  type AnalyzedNotebook,
  type CellAnalyzer,
  type Notebook,
  NotebookFileError,
  readNotebook
} from '../notebook';

type Found = AnalyzedNotebook | NotebookFault;

/** How long changes are gathered before cells are read again, in milliseconds. */
const PAUSE = 40;

/**
 * The notebooks that one pipeline draws from: the open model where there is one, else the file. Changes of either
 * are followed; `changed` tells of them.
 */
export class LabNotebooks implements NotebookSource, IDisposable {
  /**
   * @param folder path of the pipeline's folder, to which notebook paths are relative
   */
  constructor(
    private readonly _contents: Contents.IManager,
    private readonly _tracker: INotebookTracker | null,
    private readonly _analyzer: CellAnalyzer,
    private _folder: string
  ) {
    _tracker?.widgetAdded.connect(this._onOpened, this);
    _tracker?.forEach(panel => this._onOpened(_tracker, panel));
    _contents.fileChanged.connect(this._onFileChanged, this);
  }

  /** Emitted when a notebook in use was read, edited, or changed on disk. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** The notebook as it is known now; one not asked for before is read, and `changed` tells when it is there. */
  notebook(path: string): Found {
    const known = this._found.get(path);
    if (known) {
      return known;
    }
    void this._read(path);
    return this._found.get(path) ?? { message: `${path} is being read.` };
  }

  /** Follows the pipeline to another folder. */
  moveTo(folder: string): void {
    if (folder !== this._folder) {
      this._folder = folder;
      this._found.clear();
      this._changed.emit();
    }
  }

  /** Reads notebooks again that changed on disk: JupyterLab does not tell of changes made outside of it. */
  refresh(): void {
    for (const path of this._found.keys()) {
      void this._hasChanged(path).then(changed => changed && this._later(this._absolute(path)));
    }
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    clearTimeout(this._timer);
    Signal.clearData(this);
  }

  private _absolute(path: string): string {
    return PathExt.join(this._folder, path);
  }

  private async _hasChanged(path: string): Promise<boolean> {
    try {
      const file = await this._contents.get(this._absolute(path), { content: false });
      return file.last_modified !== this._modified.get(path);
    } catch {
      return this._modified.has(path);
    }
  }

  private async _read(path: string): Promise<void> {
    const panel = this._tracker?.find(other => other.context.path === this._absolute(path));
    if (panel?.context.isReady) {
      return this._set(path, fromPanel(panel, path));
    }
    this._found.set(path, this._found.get(path) ?? { message: `${path} is being read.` });
    try {
      const file = await this._contents.get(this._absolute(path), {
        type: 'file',
        format: 'text',
        content: true
      });
      this._modified.set(path, file.last_modified);
      this._set(path, readNotebook(String(file.content), path));
      this._changed.emit();
    } catch (error) {
      this._found.set(path, faultOf(error, path));
      this._changed.emit();
    }
  }

  private _set(path: string, notebook: Notebook): void {
    if (this._isDisposed) {
      return;
    }
    const previous = this._found.get(path);
    const analyzed = previous && 'cells' in previous ? previous : undefined;
    this._found.set(path, this._analyzer.notebook(notebook, analyzed));
  }

  private _onOpened(_: INotebookTracker, panel: NotebookPanel): void {
    void panel.context.ready.then(() => {
      if (this._isDisposed || panel.isDisposed) {
        return;
      }
      panel.context.model.contentChanged.connect(() => this._later(panel.context.path), this);
      this._later(panel.context.path);
    });
    panel.disposed.connect(() => this._later(panel.context.path), this);
  }

  private _onFileChanged(_: Contents.IManager, change: Contents.IChangedArgs): void {
    const path = change.newValue?.path ?? change.oldValue?.path;
    if (path && change.type !== 'new') {
      this._later(path);
    }
    if (change.oldValue?.path) {
      this._later(change.oldValue.path);
    }
  }

  /** Reads a notebook again soon; the changes made until then make one reading. */
  private _later(absolute: string): void {
    const used = [...this._found.keys()].find(path => this._absolute(path) === absolute);
    if (used === undefined || this._isDisposed) {
      return;
    }
    this._pending.add(used);
    this._timer ??= setTimeout(() => {
      this._timer = undefined;
      const paths = [...this._pending];
      this._pending.clear();
      void Promise.all(paths.map(path => this._read(path))).then(
        () => this._isDisposed || this._changed.emit()
      );
    }, PAUSE);
  }

  private readonly _found = new Map<string, Found>();
  /** When the files that were read were written, by path. */
  private readonly _modified = new Map<string, string>();
  private readonly _pending = new Set<string>();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** The cells of an open notebook, from its model: the page may show only some of them. */
function fromPanel(panel: NotebookPanel, path: string): Notebook {
  const { sharedModel } = panel.context.model;
  return {
    path,
    language: panel.context.model.defaultKernelLanguage || 'python',
    cells: sharedModel.cells.map((cell, index) => ({
      id: cell.id,
      index,
      type: cell.cell_type as 'code' | 'markdown' | 'raw',
      source: cell.getSource(),
      tags: (cell.getMetadata('tags') as string[] | undefined) ?? []
    }))
  };
}

function faultOf(error: unknown, path: string): NotebookFault {
  if (error instanceof NotebookFileError) {
    return { message: error.message, line: error.line, column: error.column };
  }
  const status = (error as { response?: Response }).response?.status;
  return {
    message: status === 404 ? `${path} was not found.` : `${path} could not be read: ${String(error)}`
  };
}
