import * as React from 'react';
import type { Editor, EditorView } from '../../actions';

/** Says so when somebody else deletes the node whose settings are open: they close, and it should not seem a fault. */
export function useGoneNotice(editor: Editor, view: EditorView): void {
  const last = React.useRef(view);
  last.current = view;
  React.useEffect(
    () =>
      editor.doc.subscribe(({ local, nodes }) => {
        const { selection, flow } = last.current;
        const [id] = selection.nodes;
        const isOpen = !local && selection.nodes.size === 1 && nodes.has(id);
        if (isOpen && !Object.hasOwn(editor.doc.pipeline.nodes, id)) {
          const title = flow.nodes.get(id)?.title ?? id;
          const message = editor.trans.__('Somebody else deleted %1, whose settings were open.', title);
          editor.host.notify(message, 'info');
          editor.canvas?.announce(message);
        }
      }),
    [editor]
  );
}
