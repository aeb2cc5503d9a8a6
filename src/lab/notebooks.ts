import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';
import type { NotebookFault, NotebookSource } from '../flow';
import { type AnalyzedNotebook, type CellAnalyzer, type Notebook, readNotebook } from '../notebook';
import { kernelOf } from './kernel-name';
import { WatchedFiles } from './watched-files';

/**
 * The notebooks that one pipeline draws from: the open model where there is one, else the file. Changes of either
 * are followed; `changed` tells of them.
 */
export class LabNotebooks extends WatchedFiles<AnalyzedNotebook> implements NotebookSource {
  /**
   * @param folder path of the pipeline's folder, to which notebook paths are relative
   */
  constructor(
    contents: Contents.IManager,
    private readonly _tracker: INotebookTracker | null,
    private readonly _analyzer: CellAnalyzer,
    folder: string
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

  dispose(): void {
    super.dispose();
    Signal.clearData(this);
  }

  protected parse(text: string, path: string, before: AnalyzedNotebook | undefined): AnalyzedNotebook {
    const notebook = readNotebook(text, path);
    this._setKernel(path, kernelOf((JSON.parse(text) as { metadata?: unknown }).metadata));
    return this._analyzer.notebook(notebook, before);
  }

  protected fromOpen(
    absolute: string,
    path: string,
    before: AnalyzedNotebook | undefined
  ): AnalyzedNotebook | undefined {
    const panel = this._tracker?.find(other => other.context.path === absolute);
    if (!panel?.context.isReady) {
      return undefined;
    }
    this._setKernel(path, kernelOf(panel.context.model.sharedModel.metadata));
    return this._analyzer.notebook(fromPanel(panel, path), before);
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
      panel.context.model.contentChanged.connect(() => this.later(panel.context.path), this);
      this.later(panel.context.path);
    });
    panel.disposed.connect(() => this.later(panel.context.path), this);
  }

  private readonly _kernels = new Map<string, string>();
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
