import type { Editor, Translation } from '../actions';

/** What every panel that belongs to one open pipeline takes. */
export interface PanelProps {
  editor: Editor;
  trans: Translation;
}
