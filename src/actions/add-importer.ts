import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addImporter: Action = {
  id: 'add-importer',
  label: trans => trans.__('Add Importer'),
  caption: trans => trans.__('Bring a stored artifact in by its URI'),
  icon: 'weft:importer',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => {
    const uri = typeof args.uri === 'string' ? args.uri : '';
    addPlaced(editor, { kind: 'importer', title: editor.trans.__('Importer'), uri, type: 'Artifact' }, args);
  }
};
