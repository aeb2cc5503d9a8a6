import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addNote: Action = {
  id: 'add-note',
  label: trans => trans.__('Add Note'),
  caption: trans => trans.__('Add text to the canvas'),
  keys: ['Shift S'],
  icon: 'weft:note',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => {
    const text = typeof args.text === 'string' ? args.text : editor.trans.__('Note');
    addPlaced(editor, { kind: 'note', text }, args);
  }
};
