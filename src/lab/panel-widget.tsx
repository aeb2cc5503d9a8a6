import { ReactWidget } from '@jupyterlab/apputils';
import * as React from 'react';
import type { OpenEditor } from '../actions';
import type { IWeftTracker } from './tokens';

/** A panel of the sidebar that follows the pipeline used last. */
export class PanelWidget extends ReactWidget {
  /**
   * @param _view draws the panel for an editor
   * @param _empty what stands there while no pipeline is open
   */
  constructor(
    private readonly _tracker: IWeftTracker,
    private readonly _view: (editor: OpenEditor) => JSX.Element,
    private readonly _empty: string
  ) {
    super();
    this.addClass('jp-WeftPanel');
    _tracker.currentChanged.connect(this._onCurrentChanged, this);
    _tracker.widgetUpdated.connect(this._onCurrentChanged, this);
    this._onCurrentChanged();
  }

  protected render(): JSX.Element {
    const editor = this._tracker.currentWidget?.content.editor ?? null;
    return editor ? (
      <React.Suspense fallback={<div aria-busy="true" />}>{this._view(editor)}</React.Suspense>
    ) : (
      <p className="jp-WeftPanel-empty">{this._empty}</p>
    );
  }

  private _onCurrentChanged(): void {
    const widget = this._tracker.currentWidget;
    this.update();
    void widget?.content.ready.then(() => this.isDisposed || this.update());
  }
}
