import type { Translation } from '../../actions';
import type { RunState } from '../../runs';

/** The word for each state of a run; its picture has the same name. */
export const RUN_STATES: Record<RunState, (trans: Translation) => string> = {
  waiting: trans => trans.__('Waiting'),
  running: trans => trans.__('Running'),
  succeeded: trans => trans.__('Succeeded'),
  failed: trans => trans.__('Failed'),
  skipped: trans => trans.__('Skipped'),
  cached: trans => trans.__('From cache'),
  cancelled: trans => trans.__('Cancelled')
};

export const glyphOf = (state: RunState): Exclude<RunState, 'failed'> | 'error' =>
  state === 'failed' ? 'error' : state;
