import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import type { DrawnCells, NotebookFault, NotebookSource } from '../flow';
import type { AnalyzedNotebook, Notebook } from '../notebook';
import type { NotebookAnalysis, ReadContext } from './analysis';
import { kernelOf } from './kernel-name';
import { openCells, sameCells } from './open-cells';
import { WatchedFiles } from './watched-files';

let count = 0;

/**
 * The notebooks that one pipeline draws from: the open model where there is one, else the file. Changes of either
 * are followed; `changed` tells of them.
 */
export class LabNotebooks extends WatchedFiles<AnalyzedNotebook> implements NotebookSource {
  /**
   * @param folder path of the pipeline's folder, to which notebook paths are relative
   * @param _drawn what the pipeline draws from its notebooks at this moment, by their paths
   */
  constructor(
    contents: Contents.IManager,
    private readonly _tracker: INotebookTracker | null,
    private readonly _analysis: NotebookAnalysis,
    folder: string,
    private readonly _drawn: () => ReadonlyMap<string, readonly DrawnCells[]>
  ) {
    super(contents, folder);
    _tracker?.widgetAdded.connect(this._onOpened, this);
    _tracker?.forEach(panel => this._onOpened(_tracker, panel));
  }

  /** The notebook as it is known now; one not asked for before is read, and `changed` tells when it is there. */
  notebook(path: string): AnalyzedNotebook | NotebookFault {
    return this.find(path);
  }

  /** Name of the kernel that a notebook asks for; undefined when it names none, or was not read. */
  kernelName(path: string): string | undefined {
    return this._kernels.get(path);
  }

  /** The panel of a notebook of the pipeline, when it is open and its text is there. */
  panel(path: string): NotebookPanel | undefined {
    return this._panelAt(this.absolute(path));
  }

  moveTo(folder: string): void {
    this._forgetAll();
    super.moveTo(folder);
  }

  dispose(): void {
    this._forgetAll();
    super.dispose();
    Signal.clearData(this);
  }

  protected async parse(
    text: string,
    path: string,
    before: AnalyzedNotebook | undefined
  ): Promise<AnalyzedNotebook> {
    this._open.delete(path);
    const { notebook, metadata } = await this._analysis.file(path, text, this._context(path, before));
    this._setKernel(path, kernelOf(metadata));
    return notebook;
  }

  protected async fromOpen(
    absolute: string,
    path: string,
    before: AnalyzedNotebook | undefined
  ): Promise<AnalyzedNotebook | undefined> {
    const model = this._panelAt(absolute)?.context.model;
    if (!model) {
      return undefined;
    }
    this._setKernel(path, kernelOf(model.sharedModel.metadata));
    const notebook = openCells(model.sharedModel, path, model.defaultKernelLanguage || 'python');
    const last = this._open.get(path);
    if (before && last && sameCells(last, notebook)) {
      return before;
    }
    this._open.set(path, notebook);
    return this._analysis.model(notebook, this._context(path, before));
  }

  private _context(path: string, before: AnalyzedNotebook | undefined): ReadContext {
    const key = `${this._id} ${path}`;
    this._keys.add(key);
    return { key, before, drawn: this._drawn().get(path) ?? [] };
  }

  private _forgetAll(): void {
    this._keys.forEach(key => this._analysis.forget(key));
    this._keys.clear();
    this._open.clear();
  }

  private _panelAt(absolute: string): NotebookPanel | undefined {
    return this._tracker?.find(({ context }) => context.path === absolute && context.isReady);
  }

  private _setKernel(path: string, kernel: string | undefined): void {
    if (kernel === undefined) {
      this._kernels.delete(path);
    } else {
      this._kernels.set(path, kernel);
    }
  }

  private _onOpened(_: INotebookTracker, panel: NotebookPanel): void {
    void panel.context.ready.then(() => {
      if (this.isDisposed || panel.isDisposed) {
        return;
      }
      const { model } = panel.context;
      const changed = () => this.later(panel.context.path);
      // Tags say which cells run and which hold parameters, and are no content to JupyterLab.
      const followTags = () => [...model.cells].forEach(cell => cell.metadataChanged.connect(changed, this));
      model.contentChanged.connect(changed, this);
      model.cells.changed.connect(followTags, this);
      followTags();
      changed();
    });
    panel.disposed.connect(() => this.later(panel.context.path), this);
  }

  /** Tells the notebooks of this pipeline from those of others in what is shared. */
  private readonly _id = ++count;
  private readonly _keys = new Set<string>();
  /** Open notebooks as they were read last. */
  private readonly _open = new Map<string, Notebook>();
  private readonly _kernels = new Map<string, string>();
}
