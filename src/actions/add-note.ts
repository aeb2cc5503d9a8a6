import type { Action } from './action';
import { addPlaced } from './addPlaced';

export const addNote: Action = {
  id: 'add-note',
  label: t => t('Add Note'),
  caption: t => t('Add text to the canvas'),
  keys: ['Shift S'],
  icon: 'weft:note',
  writes: true,
  do: (editor, args) => {
    const text = typeof args.text === 'string' ? args.text : editor.trans('Note');
    addPlaced(editor, { kind: 'note', text }, args);
  }
};
