import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addContainer: Action = {
  id: 'add-container',
  label: trans => trans.__('Add Container'),
  caption: trans => trans.__('Add a step that runs a command in an image'),
  icon: 'weft:container',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => {
    const image = typeof args.image === 'string' ? args.image : 'python:3.11-slim';
    addPlaced(editor, { kind: 'container', title: editor.trans.__('Container'), image }, args);
  }
};
