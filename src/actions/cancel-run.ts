import type { Action } from './action';
import { isRunning } from './is-running';

export const cancelRun: Action = {
  id: 'cancel-run',
  label: trans => trans.__('Cancel Run'),
  caption: trans => trans.__('Stop the run and end its processes'),
  icon: 'ui-components:stop',
  writes: false,
  when: editor => editor.host.cancelRun !== undefined && isRunning(editor),
  do: editor => editor.host.cancelRun?.()
};
