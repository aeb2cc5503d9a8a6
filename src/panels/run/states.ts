import type { Translate } from '../../actions';
import type { RunState } from '../../runs';

/** The word for each state of a run; its picture has the same name. */
export const RUN_STATES: Record<RunState, (t: Translate) => string> = {
  waiting: t => t('Waiting'),
  running: t => t('Running'),
  succeeded: t => t('Succeeded'),
  failed: t => t('Failed'),
  skipped: t => t('Skipped'),
  cached: t => t('From cache'),
  cancelled: t => t('Cancelled')
};

export const glyphOf = (state: RunState): Exclude<RunState, 'failed'> | 'error' =>
  state === 'failed' ? 'error' : state;
