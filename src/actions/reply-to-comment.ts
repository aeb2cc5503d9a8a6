import type { Action } from './action';
import { maySayHere } from './rights';

export const replyToComment: Action = {
  id: 'reply-to-comment',
  label: trans => trans.__('Reply to the Comment'),
  caption: trans => trans.__('Answer in the thread that is open'),
  keys: ['Shift R'],
  // Those who may not edit may still comment.
  writes: false,
  when: editor => editor.view.discussion !== null && 'thread' in editor.view.discussion && maySayHere(editor),
  do: editor => {
    const { discussion } = editor.view;
    if (discussion && 'thread' in discussion) {
      editor.discuss({ thread: discussion.thread, reply: true });
      editor.host.openInspector?.();
    }
  }
};
