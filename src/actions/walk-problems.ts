import type { Action, Translation } from './action';
import { currentNode, goTo } from './selection';
import { readingOrder } from './neighbours';

export const walkProblems: Action[] = [
  action('next-problem', trans => trans.__('Go to the Next Problem'), ']', 1),
  action('previous-problem', trans => trans.__('Go to the Previous Problem'), '[', -1)
];

/** Goes through the nodes that have problems, round and round, and reads the first problem of each. */
function action(id: string, label: (trans: Translation) => string, key: string, step: 1 | -1): Action {
  return {
    id,
    label,
    keys: [key],
    writes: false,
    when: editor => editor.view.problems.some(problem => problem.node !== undefined),
    do: editor => {
      const { flow, problems } = editor.judged();
      const ids = readingOrder(flow);
      const troubled = ids.filter(node => problems.some(problem => problem.node === node));
      const here = currentNode(editor)?.id;
      const at = here === undefined ? -1 : ids.indexOf(here);
      const next =
        step > 0
          ? (troubled.find(node => ids.indexOf(node) > at) ?? troubled[0])
          : (troubled.findLast(node => at < 0 || ids.indexOf(node) < at) ?? troubled.at(-1));
      if (next !== undefined) {
        goTo(editor, next);
        editor.canvas?.announce(problems.find(problem => problem.node === next)?.message ?? '');
      }
    }
  };
}
