import { PipelineEditError, type SharedPipeline } from '../pipeline';
import type { Editor } from './editor';

/**
 * Runs a gesture's edits as one undo step of its own, never merged with the one before or after. An edit that cannot
 * be done, because someone else changed what it rests on, is told to the user; the result is then undefined.
 */
export function change<T>(editor: Editor, edit: (doc: SharedPipeline) => T): T | undefined {
  const { doc } = editor;
  let result: T | undefined;
  doc.stopCapturing();
  try {
    doc.transact(() => {
      result = edit(doc);
    });
  } catch (error) {
    if (!(error instanceof PipelineEditError)) {
      throw error;
    }
    refuse(editor, withTitles(error.message, editor));
  }
  doc.stopCapturing();
  return result;
}

/** Edits know nodes by their ids, and people by their titles; what is `of` a node, or an input, is none itself. */
function withTitles(message: string, { view }: Editor): string {
  return message.replace(/(?<!(?:input|output|parameter|cell) )"([^"]+)"(?! of ")/g, (quoted, id: string) => {
    const node = view.flow.nodes.get(id);
    return node ? `“${node.title}”` : quoted;
  });
}

/** Tells the user why something was not done. */
export function refuse(editor: Editor, reason: string): void {
  editor.canvas?.announce(reason, 'assertive');
  editor.host.notify(reason, 'warning');
}
