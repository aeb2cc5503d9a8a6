import type { Retry } from '../../pipeline';
import type { RetryPolicy, TaskSpec } from '../spec';
import { itemInput } from './bindings';
import type { ImportedTask } from './imported-task';

/** What every node says of its task: its names, its place, and what it runs after. */
export function taskSettings(imported: ImportedTask) {
  const { task, scope } = imported;
  const after = order(imported);
  return {
    ...(task.taskInfo?.name !== undefined && { title: task.taskInfo.name }),
    ...(scope.group && { group: scope.group.id }),
    ...(after.length && { after }),
    ...(isExit(task) && { ignoreUpstreamFailure: true }),
    names: names(imported)
  };
}

/** True for tasks that run however those before them end. */
export const isExit = ({ triggerPolicy }: TaskSpec): boolean =>
  triggerPolicy?.strategy === 'ALL_UPSTREAM_TASKS_COMPLETED';

function names(imported: ImportedTask) {
  const { name, componentName, executorName, inside } = imported;
  const item = inside && itemInput(imported);
  return {
    task: name,
    ...(componentName !== undefined && { component: componentName }),
    ...(executorName !== undefined && !inside && { executor: executorName }),
    ...(item !== undefined && { item })
  };
}

/** Ids of the tasks that it waits for without taking anything from them. */
function order({ task, scope }: ImportedTask): string[] {
  const givers = new Set(producers(task));
  const ids = (task.dependentTasks ?? []).flatMap(name =>
    givers.has(name) ? [] : (scope.tasks.get(name)?.id ?? [])
  );
  return [...new Set(ids)];
}

function producers({ inputs: { parameters = {}, artifacts = {} } = {} }: TaskSpec): (string | undefined)[] {
  return [
    ...Object.values(parameters).flatMap(({ taskOutputParameter, taskFinalStatus }) => [
      taskOutputParameter?.producerTask,
      taskFinalStatus?.producerTask
    ]),
    ...Object.values(artifacts).map(({ taskOutputArtifact }) => taskOutputArtifact?.producerTask)
  ];
}

/** How often a task is tried, and whether its results are reused. */
export function repeatSettings({ retryPolicy, cachingOptions }: TaskSpec) {
  return {
    ...(retryPolicy && { retry: retry(retryPolicy) }),
    ...(cachingOptions && !cachingOptions.enableCache && { cache: false }),
    ...(cachingOptions?.cacheKey !== undefined && { cacheKey: cachingOptions.cacheKey })
  };
}

/** The values that the SDK fills in are left out. */
function retry({
  maxRetryCount = 0,
  backoffDuration = '0s',
  backoffFactor = 2,
  backoffMaxDuration = '3600s'
}: RetryPolicy): Retry {
  return {
    max: Math.max(0, maxRetryCount),
    ...(backoffDuration !== '0s' && { backoff: backoffDuration }),
    ...(backoffFactor !== 2 && backoffFactor >= 1 && { factor: backoffFactor }),
    ...(backoffMaxDuration !== '3600s' && { maxBackoff: backoffMaxDuration })
  };
}
