import { ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { MimeData } from '@lumino/coreutils';
import { Drag } from '@lumino/dragdrop';
import * as React from 'react';
import type { PaletteItem } from '../panels';
import { ADD_ACTION, doAction } from './drop';
import type { IWeftTracker } from './tokens';

const Palette = React.lazy(() => import('../panels').then(module => ({ default: module.Palette })));

/** What can be put on the canvas: by a click, by Enter, or by dragging it there. */
export class PaletteWidget extends ReactWidget {
  constructor(
    private readonly _tracker: IWeftTracker,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-WeftPanel');
    this.title.label = _trans.__('Add');
    _tracker.currentChanged.connect(this._onCurrentChanged, this);
    this._onCurrentChanged();
  }

  dispose(): void {
    this._stop?.();
    this._drag?.dispose();
    super.dispose();
  }

  protected render(): JSX.Element {
    const readOnly = this._tracker.currentWidget?.content.editor?.view.readOnly ?? true;
    return (
      <React.Suspense fallback={<div aria-busy="true" />}>
        <Palette
          trans={this._trans}
          disabled={readOnly}
          onAdd={item => this._add(item)}
          onDragStart={(item, event) => this._startDrag(item, event)}
        />
      </React.Suspense>
    );
  }

  private _onCurrentChanged(): void {
    this._stop?.();
    this.update();
    const widget = this._tracker.currentWidget;
    void widget?.content.ready.then(() => {
      this._stop = widget.content.editor?.subscribe(() => this.update());
      this.update();
    });
  }

  private _add(item: PaletteItem): void {
    const editor = this._tracker.currentWidget?.content.editor;
    if (editor) {
      void doAction(editor, { id: item.action, args: {} });
    }
  }

  private _startDrag(item: PaletteItem, event: PointerEvent): void {
    const mimeData = new MimeData();
    mimeData.setData(ADD_ACTION, item.action);
    const dragImage = document.createElement('div');
    dragImage.className = 'jp-WeftPalette-dragImage jp-ThemedContainer';
    dragImage.textContent = item.label(this._trans);
    this._drag = new Drag({
      mimeData,
      dragImage,
      supportedActions: 'copy',
      proposedAction: 'copy',
      source: this
    });
    void this._drag.start(event.clientX, event.clientY).then(() => (this._drag = null));
  }

  private _drag: Drag | null = null;
  private _stop: (() => void) | undefined;
}
