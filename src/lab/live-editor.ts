import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import { createEditor, type OpenEditor } from '../actions';
import { drawnCells, type NotebookSource } from '../flow';
import { loadAnalysis } from './analysis';
import { LabCatalog } from './catalog';
import { CellFollower } from './cell-follower';
import { labHost } from './host';
import { inTasks } from './in-tasks';
import { createSession, type Session } from '../session';
import type { LiveFile } from './live/live-file';
import type { WeftModel } from './model';
import { LabNotebooks } from './notebooks';
import { type KernelRun, runOf } from './kernel-run';
import { PipelineFiles } from './pipeline-files';
import type { EditorServices } from './services';
import { StepKeeper } from './step-keeper';

/** One open pipeline in JupyterLab: the editor, fed with notebooks and the catalog. */
export class LiveEditor implements IDisposable {
  readonly editor: OpenEditor;

  constructor(
    private readonly _context: DocumentRegistry.IContext<WeftModel>,
    private readonly _services: EditorServices
  ) {
    const host = labHost(_context, _services);
    this._run = runOf(_context, _services);
    this._file = _services.live?.of(_context.model.sharedModel) ?? null;
    this.editor = createEditor({
      doc: _context.model.sharedModel.shared,
      notebooks: { notebook: path => ({ message: `${path} is being read.` }) },
      trans: _services.trans,
      session: this._file?.session ?? this._aloneSession(),
      inTasks,
      // What notebooks say is worked out in one task and drawn in the next: together they keep the page too long.
      schedule: notify => (this._isUpdating ? void setTimeout(notify) : queueMicrotask(notify)),
      host: {
        ...host,
        runLocally: until => {
          this._file?.recordRun('local');
          return this._run.start(this.editor, this._notebooks, until);
        },
        cancelRun: () => this._run.cancel()
      }
    });
    this._run.join(this.editor);
    const { contents } = _services.app.serviceManager;
    this._files = new PipelineFiles(contents, this._folder);
    this._catalog = new LabCatalog(contents, this._folder, (catalog, fault) =>
      this.editor.setCatalog(catalog, fault)
    );
    this._context.pathChanged.connect(this._onPathChanged, this);
    this._context.fileChanged.connect(this._onAccessChanged, this);
    this._context.model.stateChanged.connect(this._onAccessChanged, this);
    this._context.model.sharedModel.changed.connect(this._onAccessChanged, this);
    this._file?.changed.connect(this._onAccessChanged, this);
    this._onAccessChanged();
    window.addEventListener('focus', this);
    void this._followNotebooks();
  }

  /** The window has the focus again: whoever worked elsewhere may have changed files there. */
  handleEvent(): void {
    this.refresh();
  }

  /** Reads again what changed on disk. */
  refresh(): void {
    this._catalog.refresh();
    this._files.refresh();
    this._notebooks?.refresh();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    window.removeEventListener('focus', this);
    this._notebooks?.dispose();
    this._keeper?.dispose();
    this._catalog.dispose();
    this._files.dispose();
    this._run.leave(this.editor);
    this.editor.dispose();
    this._alone?.dispose();
    Signal.clearData(this);
  }

  /** Where the file is edited alone for good: nobody else is there, and comments are written into it. */
  private _aloneSession(): Session {
    const { app } = this._services;
    const { identity } = app.serviceManager.user;
    const session = createSession({
      shared: this._context.model.sharedModel.shared,
      room: '',
      connect: () => Promise.resolve(null),
      storage: false,
      file: { text: () => '' },
      ...(identity && { user: { ...identity } })
    });
    this._alone = session;
    return session;
  }

  private get _folder(): string {
    return PathExt.dirname(this._context.path);
  }

  private async _followNotebooks(): Promise<void> {
    try {
      const analysis = await loadAnalysis();
      if (this._isDisposed) {
        return;
      }
      const { app, notebooks } = this._services;
      const found = new LabNotebooks(app.serviceManager.contents, notebooks, analysis, this._folder, () =>
        drawnCells(this.editor.view.flow)
      );
      this._notebooks = found;
      const source: NotebookSource = {
        notebook: path => found.notebook(path),
        pipeline: path => this._files.pipeline(path)
      };
      const { keepSteps } = this._services;
      const keeper = new StepKeeper(
        this.editor,
        path => found.panel(path),
        () => keepSteps?.isOn ?? false
      );
      keepSteps?.changed.connect(keeper.later, keeper);
      this._keeper = keeper;
      const follower = new CellFollower(this.editor);
      const update = () => {
        this._isUpdating = true;
        try {
          follower.update(source);
        } finally {
          this._isUpdating = false;
        }
      };
      found.changed.connect(update, this);
      this._files.changed.connect(update, this);
      update();
    } catch (error) {
      this.editor.host.notify((error as Error).message, 'error');
    }
  }

  private _onPathChanged(): void {
    this._notebooks?.moveTo(this._folder);
    this._files.moveTo(this._folder);
    this._catalog.moveTo(this._folder);
  }

  private _onAccessChanged(): void {
    const { contentsModel, model } = this._context;
    this.editor.setReadOnly(
      contentsModel?.writable === false ||
        model.readOnly ||
        model.sharedModel.fault !== null ||
        this._file?.isHeld === true
    );
  }

  /** Absent where the file is edited alone for good. */
  private readonly _file: LiveFile | null;
  private _alone: Session | null = null;
  private _notebooks: LabNotebooks | null = null;
  private _keeper: StepKeeper | null = null;
  private readonly _catalog: LabCatalog;
  private readonly _files: PipelineFiles;
  private readonly _run: KernelRun;
  private _isUpdating = false;
  private _isDisposed = false;
}
