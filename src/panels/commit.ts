import { change, type Editor } from '../actions';
import { PipelineEditError } from '../pipeline';

/**
 * Makes edits as one undo step of their own; does nothing when the editor is read-only.
 * An edit that is refused is told to the user.
 */
export function commit(editor: Editor, edit: () => void): void {
  if (editor.view.readOnly) {
    return;
  }
  try {
    change(editor, edit);
  } catch (error) {
    if (!(error instanceof PipelineEditError)) {
      throw error;
    }
    editor.host.notify(error.message, 'error');
  }
}
