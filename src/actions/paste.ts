import { ClipboardError, pasteNodes } from '../pipeline';
import type { Action } from './action';
import { change } from './change';
import { freePlace, isPosition } from './places';

export const paste: Action = {
  id: 'paste',
  label: trans => trans.__('Paste'),
  caption: trans => trans.__('Add the nodes on the clipboard'),
  keys: ['Accel V'],
  icon: 'ui-components:paste',
  menu: ['canvas'],
  writes: true,
  do: async (editor, args) => {
    const text = typeof args.text === 'string' ? args.text : await editor.host.clipboard.read();
    if (text === '') {
      return;
    }
    const position = isPosition(args.position) ? args.position : freePlace(editor);
    try {
      const ids = change(editor, doc => pasteNodes(doc, text, position)) ?? [];
      editor.select({ nodes: ids });
      editor.canvas?.announce(editor.trans.__('Pasted %1.', ids.length));
    } catch (error) {
      if (!(error instanceof ClipboardError)) {
        throw error;
      }
      editor.host.notify(error.message, 'info');
    }
  }
};
