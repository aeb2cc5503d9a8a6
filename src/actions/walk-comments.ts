import type { Action, Translation } from './action';
import { goToThread } from './go-to-thread';
import { round } from './round';
import { openThreads } from './threads';

export const walkComments: Action[] = [
  action('next-comment', trans => trans.__('Go to the Next Comment'), 'Shift ]', 1),
  action('previous-comment', trans => trans.__('Go to the Previous Comment'), 'Shift [', -1)
];

/** Goes through the open threads as the panel lists them, round and round. */
function action(id: string, label: (trans: Translation) => string, key: string, step: 1 | -1): Action {
  return {
    id,
    label,
    keys: [key],
    writes: false,
    when: ({ view }) => openThreads(view.flow).length > 0,
    do: editor => {
      const { flow, discussion } = editor.view;
      const threads = openThreads(flow);
      const here = discussion && 'thread' in discussion ? discussion.thread : undefined;
      const at = threads.findIndex(({ id }) => id === here);
      const thread = threads[round(at, step, threads.length)];
      goToThread(editor, thread);
      const [[, { name, text }]] = thread.messages;
      editor.canvas?.announce(editor.trans.__('%1: %2', name, text));
    }
  };
}
