import type { Editor } from './editor';
import type { Thread } from './threads';

/** Opens a thread in the panel, and brings what it is about into view. */
export function goToThread(editor: Editor, { id, thread: { node, at } }: Thread): void {
  editor.discuss({ thread: id });
  if (node !== undefined && editor.view.flow.nodes.has(node)) {
    editor.select({ nodes: [node] });
    editor.canvas?.show({ node });
  } else if (at) {
    editor.canvas?.show({ at });
  }
  editor.host.openInspector?.();
}
