import type { IChangedArgs } from '@jupyterlab/coreutils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { Contents } from '@jupyterlab/services';
import type { PartialJSONValue, ReadonlyPartialJSONValue } from '@lumino/coreutils';
import { type ISignal, Signal } from '@lumino/signaling';
import { MODEL_NAME } from './names';
import { WeftDocument, type WeftChange } from './weft-document';

/** Document model of a `.weft` file: JupyterLab's face of the shared pipeline. */
export class WeftModel implements DocumentRegistry.IModel {
  readonly sharedModel: WeftDocument;
  readonly defaultKernelName = '';
  readonly defaultKernelLanguage = '';

  constructor(options: DocumentRegistry.IModelOptions<WeftDocument>) {
    this.sharedModel = options.sharedModel ?? new WeftDocument();
    this.sharedModel.changed.connect(this._onChanged, this);
  }

  /** While a pipeline is edited live its file is kept by that; else JupyterLab saves it, by itself too. */
  get collaborative(): boolean {
    return this.sharedModel.isLive;
  }

  /** Emitted when the pipeline changed. */
  get contentChanged(): ISignal<this, void> {
    return this._contentChanged;
  }

  /** Emitted when the model's state (dirty, read-only) changed. */
  get stateChanged(): ISignal<this, IChangedArgs<unknown>> {
    return this._stateChanged;
  }

  get dirty(): boolean {
    return this.sharedModel.dirty;
  }
  set dirty(value: boolean) {
    if (value !== this.dirty) {
      this.sharedModel.dirty = value;
    }
  }

  get readOnly(): boolean {
    return this._readOnly;
  }
  set readOnly(newValue: boolean) {
    const oldValue = this._readOnly;
    if (newValue !== oldValue) {
      this._readOnly = newValue;
      this._stateChanged.emit({ name: 'readOnly', oldValue, newValue });
    }
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  toString(): string {
    return this.sharedModel.getSource();
  }
  fromString(value: string): void {
    this.sharedModel.setSource(value);
  }
  toJSON(): PartialJSONValue {
    return JSON.parse(this.toString());
  }
  fromJSON(value: ReadonlyPartialJSONValue): void {
    this.fromString(JSON.stringify(value));
  }
  initialize(): void {
    // The content arrives through fromString.
  }

  dispose(): void {
    if (this._isDisposed) {
      return;
    }
    this._isDisposed = true;
    this.sharedModel.dispose();
    Signal.clearData(this);
  }

  private _onChanged(_: WeftDocument, change: WeftChange): void {
    if (change.content) {
      this._contentChanged.emit();
    }
    for (const { name, oldValue, newValue } of change.stateChange ?? []) {
      if (oldValue !== newValue) {
        this._stateChanged.emit({ name, oldValue, newValue });
      }
    }
  }

  private readonly _contentChanged = new Signal<this, void>(this);
  private readonly _stateChanged = new Signal<this, IChangedArgs<unknown>>(this);
  private _readOnly = false;
  private _isDisposed = false;
}

/** Makes the models of `.weft` files. */
export class WeftModelFactory implements DocumentRegistry.IModelFactory<WeftModel> {
  readonly name = MODEL_NAME;
  readonly contentType: Contents.ContentType = 'weft';
  readonly fileFormat: Contents.FileFormat = 'text';
  readonly collaborative = true;

  get isDisposed(): boolean {
    return this._isDisposed;
  }
  dispose(): void {
    this._isDisposed = true;
  }
  preferredLanguage(): string {
    return '';
  }
  createNew(options: DocumentRegistry.IModelOptions<WeftDocument> = {}): WeftModel {
    return new WeftModel(options);
  }

  private _isDisposed = false;
}
