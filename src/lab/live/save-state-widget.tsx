import { ReactWidget, showErrorMessage } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { LiveFile } from './live-file';
import { SaveState } from './SaveState';

/** The save state of one file in a toolbar, or of the one in front in the status bar. */
export class SaveStateWidget extends ReactWidget {
  constructor(
    private readonly _file: () => LiveFile | null,
    private readonly _trans: TranslationBundle,
    private readonly _isSpoken: boolean
  ) {
    super();
    this.addClass('jp-WeftSaveState-widget');
  }

  protected render(): JSX.Element {
    return (
      <SaveState
        file={this._file()}
        trans={this._trans}
        isSpoken={this._isSpoken}
        onAsk={file => void this._ask(file)}
      />
    );
  }

  private async _ask(file: LiveFile): Promise<void> {
    const { showStatus } = await import('./dialogs');
    await showStatus(file, this._trans).catch(error => showErrorMessage(this._trans.__('Weft'), error));
  }
}
