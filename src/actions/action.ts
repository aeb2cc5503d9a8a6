import type { Editor } from './editor';

/** Translates literals; `%1` and on are replaced. JupyterLab's `TranslationBundle` is one. */
export interface Translation {
  __(text: string, ...values: (string | number)[]): string;
}

/**
 * What a context menu was opened on: the canvas and all that is drawn on it, any node, an edge, or a group, of any kind
 * or of one.
 */
export type MenuPlace = 'canvas' | 'node' | 'edge' | 'group' | 'branch' | 'exit-handler';

/**
 * Something a user can do. One file each; menu, palette, toolbar, shortcut and test all read this one object.
 * The JupyterLab command is `weft:<id>`.
 */
export interface Action {
  /** `verb-noun`, unique. */
  id: string;
  label: (trans: Translation) => string;
  caption?: (trans: Translation) => string;
  /** Default shortcuts in Lumino's notation, such as `Accel Z`; they hold while the editor has the focus. */
  keys?: string[];
  /** They hold in the panels beside it, too, but for text fields. */
  inPanels?: true;
  /** Name of an icon of ui-components or of our own. */
  icon?: string;
  /** Where the context menu of the canvas offers it. */
  menu?: readonly MenuPlace[];
  /** Whether it would do something now. Actions that write are also off when the editor is read-only. */
  when?: (editor: Editor) => boolean;
  /** True when it changes the document. */
  writes: boolean;
  do: (editor: Editor, args: Record<string, unknown>) => void | Promise<void>;
}

/** Whether an action would do something now, read-only editors included. */
export function isEnabled(action: Action, editor: Editor): boolean {
  return !(action.writes && editor.view.readOnly) && (action.when?.(editor) ?? true);
}
