import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { INotebookTracker } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Translate } from '../actions';

/** What the plugins hand to each editor. */
export interface EditorServices {
  app: JupyterFrontEnd;
  /** Absent where no notebooks can be opened. */
  notebooks: INotebookTracker | null;
  trans: TranslationBundle;
}

/** A bundle as the rooms below know it. */
export const translate = (trans: TranslationBundle): Translate => trans.__.bind(trans);
