import { YDocument, type DocumentChange } from '@jupyter/ydoc';
import {
  createSharedPipeline,
  PipelineFileError,
  readPipeline,
  type SharedPipeline,
  writePipeline
} from '../pipeline';

/** `content` is set when the pipeline changed; `fault` when it became readable or unreadable. */
export type WeftChange = DocumentChange & { content?: true; fault?: true };

/**
 * The shared pipeline as JupyterLab knows documents. A text that cannot be read is kept as it is and given back
 * unchanged, so that saving never overwrites what was not understood.
 */
export class WeftDocument extends YDocument<WeftChange> {
  readonly version = '1.0.0';
  readonly shared: SharedPipeline;

  constructor() {
    super();
    this.shared = createSharedPipeline({ ydoc: this.ydoc, undoManager: this.undoManager, origin: this });
    this._unsubscribe = this.shared.subscribe(({ local }) => {
      if (local && !this._loading) {
        this.dirty = true;
      }
      this._changed.emit({ content: true });
    });
  }

  /** Why the text of the file could not be read; null when it could. */
  get fault(): PipelineFileError | null {
    return this._fault;
  }

  getSource(): string {
    return this._unread ?? writePipeline(this.shared.stored);
  }

  setSource(text: string): void {
    this._loading = true;
    try {
      this.shared.load(readPipeline(text));
      this._setFault(null, null);
    } catch (error) {
      if (!(error instanceof PipelineFileError)) {
        throw error;
      }
      this._setFault(error, text);
    } finally {
      this._loading = false;
    }
  }

  dispose(): void {
    if (this.isDisposed) {
      return;
    }
    this._unsubscribe();
    this.shared.dispose();
    super.dispose();
  }

  private _setFault(fault: PipelineFileError | null, text: string | null): void {
    this._fault = fault;
    this._unread = text;
    this._changed.emit({ fault: true, content: true });
  }

  private _fault: PipelineFileError | null = null;
  private _unread: string | null = null;
  private _loading = false;
  private readonly _unsubscribe: () => void;
}
