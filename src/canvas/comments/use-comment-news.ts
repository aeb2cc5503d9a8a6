import * as React from 'react';
import { type CanvasHandle, type Editor, type EditorView, isOwnComment } from '../../actions';
import type { Comments } from '../../pipeline';

/** Tells screen readers what others say. */
export function useCommentNews(editor: Editor, { flow }: EditorView, canvas: CanvasHandle): void {
  const { comments } = flow.pipeline;
  const told = React.useRef(comments);
  React.useEffect(() => {
    const before = told.current;
    told.current = comments;
    for (const { message, node } of before === comments ? [] : newMessages(before, comments)) {
      if (!isOwnComment(editor, message)) {
        const title = node === undefined ? undefined : flow.nodes.get(node)?.title;
        const { trans } = editor;
        canvas.announce(
          title === undefined
            ? trans.__('%1 comments: %2', message.name, message.text)
            : trans.__('%1 comments on %2: %3', message.name, title, message.text)
        );
        return;
      }
    }
  }, [comments, flow, editor, canvas]);
}

function newMessages(before: Comments = {}, after: Comments = {}) {
  return Object.entries(after).flatMap(([id, { node, messages }]) =>
    Object.entries(messages)
      .filter(([message]) => !before[id]?.messages[message])
      .map(([, message]) => ({ message, node }))
  );
}
