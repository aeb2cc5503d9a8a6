import { applyComment, type Comment, type CommentRequest } from '../pipeline';
import { refuse } from './change';
import type { Editor } from './editor';

/** Who comments where nobody asked who the user is. */
const ME = { username: 'me' };

/** Makes a change of comments, and says so when it cannot be done. */
export function comment(editor: Editor, request: CommentRequest): boolean {
  const done = editor.session
    ? editor.session.comment(request)
    : applyComment(editor.doc, request, ME, new Date());
  if (!done) {
    refuse(
      editor,
      editor.trans.__('The comment could not be changed; it may be gone, or the connection lost.')
    );
  }
  return done;
}

/** Whether the user wrote a comment, and so may take it back. */
export function isOwnComment({ session }: Editor, { by }: Comment): boolean {
  return by === (session?.state.user ?? ME).username;
}
