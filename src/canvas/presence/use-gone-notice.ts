import * as React from 'react';
import type { Editor, EditorView } from '../../actions';
import { goneText } from './gone-text';

/** Says so when somebody else deletes the node whose settings are open: they close, and it should not seem a fault. */
export function useGoneNotice(editor: Editor, view: EditorView): void {
  const last = React.useRef(view);
  last.current = view;
  React.useEffect(
    () =>
      editor.doc.subscribe(change => {
        const message = goneText(editor, last.current, change);
        if (message !== null) {
          editor.host.notify(message, 'info');
          editor.canvas?.announce(message);
        }
      }),
    [editor]
  );
}
