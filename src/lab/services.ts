import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';

/** What the plugins hand to each editor. */
export interface EditorServices {
  app: JupyterFrontEnd;
  /** Absent where no notebooks can be opened. */
  notebooks: INotebookTracker | null;
  trans: TranslationBundle;
}
