import type { Action } from './action';
import { addPlaced } from './add-placed';

/** The component that kfp-kubernetes calls `DeletePVC`: the backend does its work by the name of its image. */
export const addDeleteVolume: Action = {
  id: 'add-delete-volume',
  label: trans => trans.__('Add Delete Volume'),
  caption: trans => trans.__('Add a step that deletes a volume'),
  icon: 'weft:volume',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) =>
    addPlaced(
      editor,
      {
        kind: 'container',
        title: editor.trans.__('Delete volume'),
        image: 'argostub/deletepvc',
        inputs: { pvc_name: { type: 'string' } }
      },
      args
    )
};
