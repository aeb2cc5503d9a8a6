import { boxAround, boxesOf } from '../flow';
import { addNode, isBranch, setField } from '../pipeline';
import type { Action } from './action';
import { branch, OPEN_CONDITION } from './conditions';
import { groupable, makeGroup, mayGroup } from './make-group';
import { ARM_GAP } from './places';

export const groupAsChoice: Action = {
  id: 'group-as-choice',
  label: trans => trans.__('Group as If with Else'),
  caption: trans => trans.__('Run the selected nodes when a condition holds, and others when it does not'),
  icon: 'weft:choice',
  menu: ['node'],
  writes: true,
  when: mayGroup,
  do: editor => {
    const { flow } = editor.view;
    const around = boxAround(groupable(editor).flatMap(id => boxesOf(flow).get(id) ?? []));
    makeGroup(editor, 'choice', (doc, choice) => {
      const arms = Object.entries(doc.pipeline.nodes).filter(([, node]) => node.group === choice);
      const [arm] = arms.filter(([, node]) => isBranch(node) && !node.when);
      if (!arm || arms.length > 1) {
        return;
      }
      setField(doc, arm[0], ['when'], OPEN_CONDITION);
      const [x, y] = around ? [around.x - 20, around.y + around.height + 20 + ARM_GAP] : [0, 0];
      addNode(doc, branch(choice), [x, y]);
    });
  }
};
