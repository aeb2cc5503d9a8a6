import { ReactWidget } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Drag } from '@lumino/dragdrop';
import type { Message } from '@lumino/messaging';
import * as React from 'react';
import type { OpenEditor } from '../actions';
import { doAction, droppedAction, DropTarget } from './drop';
import { FaultView } from './fault-view';
import { droppedFiles } from './import/dropped-files';
import type { LiveEditor } from './live-editor';
import type { WeftModel } from './model';
import type { EditorServices } from './services';

const Canvas = React.lazy(() => import('../canvas').then(module => ({ default: module.Canvas })));

/** Content of an open pipeline: the canvas, or why the file could not be read. */
export class EditorWidget extends ReactWidget {
  constructor(
    readonly context: DocumentRegistry.IContext<WeftModel>,
    private readonly _services: EditorServices
  ) {
    super();
    this.addClass('jp-WeftEditor');
    this._drop = new DropTarget(this, drag => this._onDrop(drag));
    this.ready = this._start();
  }

  /** Resolves when the file was read and `editor` is there. */
  readonly ready: Promise<void>;

  /** The editor; null until the file was read. */
  get editor(): OpenEditor | null {
    return this._live?.editor ?? null;
  }

  dispose(): void {
    if (!this.isDisposed) {
      this._live?.dispose();
      super.dispose();
    }
  }

  protected render(): JSX.Element {
    const fault = this.context.model.sharedModel.fault;
    if (fault) {
      return <FaultView fault={fault} path={this.context.path} services={this._services} />;
    }
    const waiting = <div className="jp-WeftEditor-loading" role="status" aria-busy="true" />;
    return this.editor && this._shown ? (
      <React.Suspense fallback={waiting}>
        <Canvas editor={this.editor} trans={this._services.trans} />
      </React.Suspense>
    ) : (
      waiting
    );
  }

  // React Flow measures its pane when it mounts, and a hidden widget has no size.
  protected onAfterShow(msg: Message): void {
    super.onAfterShow(msg);
    this._shown = true;
    this.update();
  }

  protected onAfterAttach(msg: Message): void {
    super.onAfterAttach(msg);
    this._shown ||= this.isVisible;
    this._drop.attach();
  }

  protected onBeforeDetach(msg: Message): void {
    this._drop.detach();
    super.onBeforeDetach(msg);
  }

  protected onActivateRequest(msg: Message): void {
    super.onActivateRequest(msg);
    this.editor?.canvas?.focus();
    this._live?.refresh();
  }

  /** The editor with its analysis and compiler is loaded when the first pipeline opens, not with JupyterLab. */
  private async _start(): Promise<void> {
    const [{ LiveEditor }] = await Promise.all([import('./live-editor'), this.context.ready]);
    if (!this.isDisposed) {
      this.context.model.sharedModel.begin(this.context.path);
      const open = () => {
        this._live?.dispose();
        this._live = new LiveEditor(this.context, this._services);
        this.update();
      };
      open();
      const { sharedModel } = this.context.model;
      sharedModel.changed.connect(this._onChanged, this);
      // A file that could not be read gets its session when it can.
      const file = this._services.live?.of(sharedModel);
      file?.changed.connect(() => {
        if (!this.isDisposed && file.session && this.editor?.session !== file.session) {
          open();
        }
      }, this);
    }
  }

  private _onChanged(_: unknown, change: { fault?: true }): void {
    if (change.fault) {
      this.update();
    }
  }

  private _onDrop(drag: Drag.Event): void {
    const { editor } = this;
    const files = droppedFiles(drag);
    if (editor && files.length > 0) {
      void this._onFiles(editor, files, { x: drag.clientX, y: drag.clientY });
      return;
    }
    const dropped = droppedAction(drag, this.context.path);
    if (!editor || !dropped) {
      editor?.host.notify(
        this._services.trans.__('Only code cells of an open notebook can be dropped here.'),
        'info'
      );
      return;
    }
    const position = editor.canvas?.toFlow({ x: drag.clientX, y: drag.clientY });
    void doAction(editor, { ...dropped, args: { ...dropped.args, ...(position && { position }) } });
  }

  private async _onFiles(
    editor: OpenEditor,
    files: readonly string[],
    point: { x: number; y: number }
  ): Promise<void> {
    if (editor.view.readOnly) {
      editor.host.notify(this._services.trans.__('This pipeline is read-only.'), 'info');
      return;
    }
    const position = editor.canvas?.toFlow(point) ?? [0, 0];
    const { dropFiles } = await import('./import');
    await dropFiles(editor, this.context.path, files, position, this._services);
  }

  private _live: LiveEditor | null = null;
  private _shown = false;
  private readonly _drop: DropTarget;
}
