import { DocumentWidget } from '@jupyterlab/docregistry';
import type { EditorWidget } from './editor-widget';
import type { Live } from './live/live';
import type { WeftModel } from './model';

/**
 * An open pipeline in the main area. JupyterLab asks about a document that is dirty when it is closed; one that is
 * edited live is only dirty for the moment until its file is written, so that is done first and nothing is to be asked.
 */
export class PipelineTab extends DocumentWidget<EditorWidget, WeftModel> {
  constructor(
    options: DocumentWidget.IOptions<EditorWidget, WeftModel>,
    private readonly _live: Live | null | undefined
  ) {
    super(options);
  }

  override close(): void {
    if (this._closing) {
      return;
    }
    const { model } = this.context;
    const file = model.dirty ? this._live?.of(model.sharedModel) : undefined;
    if (file) {
      this._closing = true;
      void file.finish().then(() => {
        this._closing = false;
        return this.isDisposed || super.close();
      });
    } else {
      super.close();
    }
  }

  /** Waits for the file; whoever clicks once more meanwhile is not to be asked twice. */
  private _closing = false;
}
