import { ReactWidget } from '@jupyterlab/apputils';
import * as React from 'react';
import type { EditorView, OpenEditor } from '../actions';
import { SectionsPanel } from './sections-panel';
import type { IWeftTracker } from './tokens';

/** What a panel of the sidebar shows. */
export interface PanelView {
  title: string;
  draw: (editor: OpenEditor) => JSX.Element;
  /** What stands in brackets after the title, such as a count; empty for nothing. */
  aside?: (view: EditorView) => string;
  /** Whether it has something to show: its section opens when that begins, over half of the height, and then closes. */
  opens?: (view: EditorView) => boolean;
  /** Its section opens with its own share alone, and stays open. */
  stays?: true;
}

/** A panel of the sidebar that follows the pipeline used last. */
export class PanelWidget extends ReactWidget {
  /**
   * @param _empty what stands there while no pipeline is open
   */
  constructor(
    private readonly _tracker: IWeftTracker,
    private readonly _view: PanelView,
    private readonly _empty: string
  ) {
    super();
    this.addClass('jp-WeftPanel');
    this.title.label = _view.title;
    _tracker.currentChanged.connect(this._onCurrentChanged, this);
    _tracker.widgetUpdated.connect(this._onCurrentChanged, this);
    this._onCurrentChanged();
  }

  dispose(): void {
    this._stop?.();
    super.dispose();
  }

  protected render(): JSX.Element {
    const { _editor: editor } = this;
    return editor ? (
      <React.Suspense fallback={<div aria-busy="true" />}>{this._view.draw(editor)}</React.Suspense>
    ) : (
      <p className="jp-WeftPanel-empty">{this._empty}</p>
    );
  }

  private get _editor(): OpenEditor | null {
    return this._tracker.currentWidget?.content.editor ?? null;
  }

  private _onCurrentChanged(): void {
    this._follow();
    void this._tracker.currentWidget?.content.ready.then(() => this.isDisposed || this._follow());
  }

  private _follow(): void {
    this._stop?.();
    const { aside, opens } = this._view;
    this._stop = (aside || opens) && this._editor?.subscribe(() => this._tell());
    this._tell();
    this.update();
  }

  private _tell(): void {
    this._setTitle();
    const open = this._view.opens && this._editor ? this._view.opens(this._editor.view) : false;
    const panel = this.parent;
    if (this._view.opens && open !== this._open && panel instanceof SectionsPanel) {
      this._open = open;
      const index = panel.widgets.indexOf(this);
      if (this._view.stays) {
        if (open) {
          panel.open(index);
        }
      } else if (open) {
        panel.unfold(index);
      } else {
        panel.shut(index);
      }
    }
  }

  private _setTitle(): void {
    const { title, aside } = this._view;
    const words = (this._editor && aside?.(this._editor.view)) ?? '';
    this.title.label = words === '' ? title : `${title} (${words})`;
  }

  private _open = false;
  private _stop: (() => void) | undefined;
}
