import type { Action } from './action';
import { addPlaced } from './add-placed';

export const addPipeline: Action = {
  id: 'add-pipeline',
  label: trans => trans.__('Add Sub-Pipeline'),
  caption: trans => trans.__('Add a pipeline inside the pipeline: drawn inside, or a file of its own'),
  icon: 'weft:sub-pipeline',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) => {
    const file = typeof args.file === 'string' ? args.file : undefined;
    addPlaced(editor, { kind: 'pipeline', ...(file !== undefined && { file }) }, args);
  }
};
