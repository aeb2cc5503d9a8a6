import { PathExt } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { Signal } from '@lumino/signaling';
import type { OpenEditor } from '../actions';
import type { Flow } from '../flow';
import { notebooksOf, requestFor, withCells } from './kernel-request';
import { KernelWatch } from './kernel-watch';
import type { WeftModel } from './model';

/** Tells an editor what the live kernels of its notebooks know, as long as the user lets them be asked. */
export class KernelFactsFollower implements IDisposable {
  constructor(
    private readonly _editor: OpenEditor,
    private readonly _context: DocumentRegistry.IContext<WeftModel>,
    private readonly _notebooks: INotebookTracker
  ) {
    _notebooks.widgetAdded.connect(this._onNotebooks, this);
    _context.pathChanged.connect(this._onNotebooks, this);
    this._stop = _editor.subscribe(() => this._onView());
    this._onNotebooks();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._stop();
      Signal.clearData(this);
      [...this._watches.keys()].forEach(path => this._forget(path));
    }
  }

  private _onView(): void {
    const { flow } = this._editor.view;
    if (flow !== this._flow) {
      this._flow = flow;
      this._onNotebooks();
      this._watches.forEach(({ watch }) => watch.refresh());
    }
  }

  /** Watches the kernels of the open notebooks that nodes draw from, and no others. */
  private _onNotebooks(): void {
    const wanted = new Map<string, NotebookPanel>();
    for (const path of notebooksOf(this._editor.view.flow)) {
      const absolute = PathExt.join(PathExt.dirname(this._context.path), path);
      const panel = this._notebooks.find(other => other.context.path === absolute);
      if (panel && !panel.isDisposed) {
        wanted.set(path, panel);
      }
    }
    [...this._watches].forEach(([path, { panel }]) => wanted.get(path) === panel || this._forget(path));
    wanted.forEach((panel, path) => this._watches.has(path) || this._watch(path, panel));
  }

  private _watch(path: string, panel: NotebookPanel): void {
    const editor = this._editor;
    const watch = new KernelWatch({
      session: panel.sessionContext,
      request: () => requestFor(editor.view.flow, path),
      tell: (facts, ran) => editor.setKernel(path, facts && withCells(facts, editor.view.flow, path, ran))
    });
    this._watches.set(path, { panel, watch });
    panel.disposed.connect(this._onNotebooks, this);
  }

  private _forget(path: string): void {
    const entry = this._watches.get(path);
    this._watches.delete(path);
    entry?.panel.disposed.disconnect(this._onNotebooks, this);
    entry?.watch.dispose();
  }

  private _flow: Flow | null = null;
  private readonly _watches = new Map<string, { panel: NotebookPanel; watch: KernelWatch }>();
  private readonly _stop: () => void;
  private _isDisposed = false;
}
