import * as React from 'react';
import type { Editor, EditorView } from '../../actions';

/** The editor's view, kept up to date. */
export function useView(editor: Editor): EditorView {
  const subscribe = React.useCallback((listener: () => void) => editor.subscribe(listener), [editor]);
  return React.useSyncExternalStore(subscribe, () => editor.view);
}
