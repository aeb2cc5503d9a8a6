import type { Action } from './action';
import { isRunning } from './is-running';
import { currentNode } from './selection';

export const runUntil: Action = {
  id: 'run-until',
  label: trans => trans.__('Run Up to Here'),
  caption: trans => trans.__('Run the selected node and all it needs on this machine'),
  keys: ['Shift Enter'],
  icon: 'ui-components:run',
  writes: false,
  when: editor => {
    const node = currentNode(editor);
    return (
      editor.host.runLocally !== undefined &&
      node !== undefined &&
      editor.view.flow.order.includes(node.id) &&
      !isRunning(editor)
    );
  },
  do: editor => editor.host.runLocally?.(currentNode(editor)?.id)
};
