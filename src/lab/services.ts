import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ISignal } from '@lumino/signaling';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Live } from './live/live';

/** What the plugins hand to each editor. */
export interface EditorServices {
  app: JupyterFrontEnd;
  /** Absent where no files can be chosen. */
  documents?: IDocumentManager | null;
  /** Absent where no notebooks can be opened. */
  notebooks: INotebookTracker | null;
  trans: TranslationBundle;
  /** Live editing; absent where every file is edited alone. */
  live?: Live | null;
  /** Whether the user asked for steps to be kept in the notebook; off where absent. */
  keepSteps?: KeepSteps;
}

/** A setting of the user. */
export interface KeepSteps {
  readonly isOn: boolean;
  /** Emitted when it is switched. */
  readonly changed: ISignal<this, void>;
}
