import { useCallback, useSyncExternalStore } from 'react';
import type { Editor, EditorView } from '../actions';

/** The current view of an editor; the component draws again when it changes. */
export function useEditor(editor: Editor): EditorView {
  const subscribe = useCallback((listener: () => void) => editor.subscribe(listener), [editor]);
  const snapshot = useCallback(() => editor.view, [editor]);
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
