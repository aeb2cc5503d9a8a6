import type { Action } from './action';
import { addPlaced } from './add-placed';

/** The path comes as an argument when a file was dropped, else the user chooses one. */
export const addNotebook: Action = {
  id: 'add-notebook',
  label: trans => trans.__('Add Notebook'),
  caption: trans => trans.__('Add a whole notebook as one step'),
  icon: 'weft:notebook',
  menu: ['canvas'],
  writes: true,
  do: async (editor, args) => {
    // The place of a context menu is told once, and gone when the user has chosen.
    const position = args.position ?? editor.canvas?.pointed?.();
    const notebook = typeof args.notebook === 'string' ? args.notebook : await editor.host.chooseNotebook?.();
    if (notebook) {
      addPlaced(editor, { kind: 'notebook', notebook }, { ...args, ...(position && { position }) });
    }
  }
};
