import type { Action } from './action';
import { isRunning } from './is-running';

export const runLocally: Action = {
  id: 'run-locally',
  label: trans => trans.__('Run Locally'),
  caption: trans => trans.__('Run the compiled pipeline on this machine'),
  keys: ['Accel Enter'],
  icon: 'ui-components:run',
  writes: false,
  when: editor =>
    editor.host.runLocally !== undefined && editor.view.flow.order.length > 0 && !isRunning(editor),
  do: editor => editor.host.runLocally?.()
};
