import type { Compiled } from '../compiled';
import { pathText, taskPath } from '../spec-path';
import { type Target, TARGETS } from '../target';
import { CONFIG_ROWS, POD_ROWS } from './field-rows';
import { LOCAL_ROWS } from './local-rows';
import { WHOLE_ROWS } from './pipeline-rows';
import { pipelinePlace, type TaskPlace, taskPlaces } from './places';
import type { Fate, PipelineRow, Row, TaskRow } from './row';
import { STEP_ROWS } from './step-rows';
import { GROUP_ROWS } from './task-rows';

export const TASK_ROWS: readonly TaskRow[] = [...STEP_ROWS, ...GROUP_ROWS, ...POD_ROWS, ...LOCAL_ROWS];
export const PIPELINE_ROWS: readonly PipelineRow[] = [...WHOLE_ROWS, ...CONFIG_ROWS];
/** Everything of the format that some target does not honour. */
export const ROWS: readonly Row[] = [...TASK_ROWS, ...PIPELINE_ROWS];

/** A row that a spec breaks. */
export interface Unhonoured {
  row: Row;
  fate: Fate;
  /** Name of the task; absent for the pipeline as a whole. */
  task?: string;
  /** Id of the node that the task was compiled from. */
  node?: string;
}

/** What a target does with what a row is about; undefined when it honours it. */
export function fateOf(row: Row, target: Target): Fate | undefined {
  if (target === 'local') {
    return row.local;
  }
  const isOld = row.since === undefined || TARGETS.indexOf(target) < TARGETS.indexOf(row.since);
  return isOld ? row.argo : undefined;
}

/** What of a compiled spec a target does not honour, tasks in the order of the spec. */
export function unhonoured(
  compiled: Pick<Compiled, 'spec' | 'platform' | 'sourceMap'>,
  target: Target
): Unhonoured[] {
  const withFate = <R extends Row>(rows: readonly R[]) =>
    rows.flatMap(row => {
      const fate = fateOf(row, target);
      return fate ? [{ row, fate }] : [];
    });
  const whole = pipelinePlace(compiled);
  const taskRows = withFate(TASK_ROWS);
  return [
    ...withFate(PIPELINE_ROWS).filter(({ row }) => row.inPipeline(whole)),
    ...taskPlaces(compiled).flatMap(place =>
      taskRows
        .filter(({ row }) => row.inTask(place))
        .map(({ row, fate }) => ({ row, fate, task: place.name, ...nodeOf(compiled, place) }))
    )
  ];
}

function nodeOf({ sourceMap }: Pick<Compiled, 'sourceMap'>, { dag, name }: TaskPlace): { node?: string } {
  const path = pathText(taskPath({ ...(dag !== undefined && { dag }), task: name }));
  const node = Object.hasOwn(sourceMap, path) ? sourceMap[path].node : undefined;
  return node ? { node } : {};
}
