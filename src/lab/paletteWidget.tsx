import { ReactWidget } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { MimeData } from '@lumino/coreutils';
import { Drag } from '@lumino/dragdrop';
import * as React from 'react';
import { addPaletteItem, type PaletteItem } from '../actions';
import { PALETTE } from './cellDrop';
import type { IWeftTracker } from './tokens';

const Palette = React.lazy(() => import('../panels').then(module => ({ default: module.Palette })));

/** How far the pointer must move before a press becomes a drag, in pixels; as in JupyterLab's file browser. */
const DRAG_THRESHOLD = 5;

/** What can be put on the canvas: by a click, by Enter, or by dragging it there. */
export class PaletteWidget extends ReactWidget {
  constructor(
    private readonly _tracker: IWeftTracker,
    private readonly _trans: TranslationBundle
  ) {
    super();
    this.addClass('jp-WeftPanel');
    this.title.label = _trans.__('Add');
    _tracker.currentChanged.connect(() => this.update(), this);
  }

  dispose(): void {
    this._drag?.dispose();
    super.dispose();
  }

  protected render(): JSX.Element {
    return (
      <React.Suspense fallback={<div aria-busy="true" />}>
        <Palette
          trans={this._trans}
          onAdd={item => this._add(item)}
          onDragStart={(item, event) => this._onPress(item, event)}
        />
      </React.Suspense>
    );
  }

  private _add(item: PaletteItem): void {
    const editor = this._tracker.currentWidget?.content.editor;
    if (editor && !editor.view.readOnly) {
      addPaletteItem(editor, item);
    }
  }

  private _onPress(item: PaletteItem, press: React.PointerEvent): void {
    const move = (event: PointerEvent) => {
      const far = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > DRAG_THRESHOLD;
      if (far) {
        release();
        this._startDrag(item, event);
      }
    };
    const release = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', release);
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', release);
  }

  private _startDrag(item: PaletteItem, event: PointerEvent): void {
    const mimeData = new MimeData();
    mimeData.setData(PALETTE, item);
    const dragImage = document.createElement('div');
    dragImage.className = 'jp-WeftPalette-dragImage jp-ThemedContainer';
    dragImage.textContent = item;
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
}
