import type { Action } from './action';
import { addPlaced } from './add-placed';

/** The component that kfp-kubernetes calls `CreatePVC`: the backend does its work by the name of its image. */
export const addCreateVolume: Action = {
  id: 'add-create-volume',
  label: trans => trans.__('Add Create Volume'),
  caption: trans => trans.__('Add a step that creates a volume for the steps after it to mount'),
  icon: 'weft:volume',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) =>
    addPlaced(
      editor,
      {
        kind: 'container',
        title: editor.trans.__('Create volume'),
        image: 'argostub/createpvc',
        inputs: {
          access_modes: { type: 'list', from: { value: ['ReadWriteOnce'] } },
          pvc_name_suffix: { type: 'string', optional: true, from: { value: '-data' } },
          size: { type: 'string', from: { value: '5Gi' } },
          storage_class_name: { type: 'string', optional: true, default: '' }
        },
        outputs: { name: { type: 'string' } }
      },
      args
    )
};
