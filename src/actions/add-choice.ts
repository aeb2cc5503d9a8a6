import { addNode } from '../pipeline';
import type { Action } from './action';
import { addPlaced } from './add-placed';
import { branch, OPEN_CONDITION } from './conditions';
import { BRANCH_STEP, insideChoice } from './places';

export const addChoice: Action = {
  id: 'add-choice',
  label: trans => trans.__('Add If and Else'),
  caption: trans => trans.__('Add a choice of two branches, of which one runs'),
  icon: 'weft:choice',
  menu: ['canvas'],
  writes: true,
  do: (editor, args) =>
    addPlaced(editor, { kind: 'choice' }, args, (doc, id, position) => {
      const [x, y] = insideChoice(position);
      addNode(doc, branch(id, OPEN_CONDITION), [x, y]);
      addNode(doc, branch(id), [x, y + BRANCH_STEP]);
    })
};
