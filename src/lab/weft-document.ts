import { YDocument, type DocumentChange } from '@jupyter/ydoc';
import {
  createSharedPipeline,
  nameOfFile,
  newId,
  newPipeline,
  type Pipeline,
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
 *
 * The pipeline has a Yjs document of its own: what JupyterLab keeps of a file (whether it is dirty) is nobody else's
 * business, and live editing goes over to another document where a room has another history.
 */
export class WeftDocument extends YDocument<WeftChange> {
  readonly version = '1.0.0';
  readonly shared: SharedPipeline;

  constructor() {
    super();
    this.shared = createSharedPipeline();
    this._unsubscribe = this.shared.subscribe(({ local }) => {
      if (local && !this._loading) {
        this.dirty = true;
      }
      this._changed.emit({ content: true });
    });
  }

  /** Whether others may be editing it too, so that it is not JupyterLab that keeps the file. */
  isLive = false;

  /** Why the text of the file could not be read; null when it could. */
  get fault(): PipelineFileError | null {
    return this._fault;
  }

  /**
   * Gives a pipeline its id and its name when it has none: JupyterLab hands over no text for a file that was just
   * created.
   * @param file path of the file
   */
  begin(file: string): void {
    if (this.shared.stored.id === '' && !this._fault && !this.isLive) {
      this._load(() => newPipeline({ id: newId(), name: nameOfFile(file) }));
    }
  }

  /** The text of the file: of one not begun, none. */
  getSource(): string {
    const { stored } = this.shared;
    const begun = stored.id !== '' || Object.keys(stored.nodes).length > 0;
    return this._unread ?? (begun ? writePipeline(stored) : '');
  }

  /** Takes the text of the file, after which there is nothing to save: JupyterLab leaves the mark as it was. */
  setSource(text: string): void {
    this.dirty = false;
    try {
      this._load(() => readPipeline(text));
      this._setFault(null, null);
    } catch (error) {
      if (!(error instanceof PipelineFileError)) {
        throw error;
      }
      this._setFault(error, text);
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

  private _load(read: () => Pipeline): void {
    this._loading = true;
    try {
      this.shared.load(read());
    } finally {
      this._loading = false;
    }
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
