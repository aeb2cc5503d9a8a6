import { change, type Editor } from '../actions';

/** Makes edits as one undo step of their own; does nothing when the editor is read-only. */
export function commit(editor: Editor, edit: () => void): void {
  if (!editor.view.readOnly) {
    change(editor, edit);
  }
}
