import { isGroup, isImporter, isSubPipeline, type Retry, type TaskNode } from '../pipeline';
import { durationSeconds } from './duration';
import type { RetryPolicy, TaskInputs, TaskSpec } from './spec';
import { taskPath } from './spec-path';
import type { StepScope } from './step-scope';
import { unsupported } from './targets';

/** The task of a node: what it runs, and how it is cached and tried again. What it waits for is added at the end. */
export function task(node: TaskNode, inputs: TaskInputs | undefined, scope: StepScope): TaskSpec {
  const { names, ledger } = scope;
  const path = taskPath(names);
  const plain = unsupported(scope.target, 'taskInfo.name');
  if (node.title !== undefined && plain) {
    ledger.drawing('title', `${plain.message} Runs show the name of the task.`);
  } else if (node.title !== undefined) {
    ledger.compiled('title', [...path, 'taskInfo', 'name']);
  }
  if (node.ignoreUpstreamFailure) {
    ledger.compiled('ignoreUpstreamFailure', [...path, 'triggerPolicy', 'strategy']);
  } else if (node.ignoreUpstreamFailure === false) {
    ledger.drawing('ignoreUpstreamFailure', 'It is off, which a spec says by saying nothing.');
  }
  const retry = 'retry' in node ? node.retry : undefined;
  return {
    taskInfo: { name: plain ? names.task : isGroup(node) ? (node.title ?? names.task) : scope.node.title },
    componentRef: { name: names.component },
    ...cachingOptions(node, scope),
    ...(inputs && { inputs }),
    ...(node.ignoreUpstreamFailure && { triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' } }),
    ...(retry && { retryPolicy: retryPolicy(retry, scope) })
  };
}

/** Whether results are reused; groups whose steps decide for themselves say nothing. */
function cachingOptions(
  node: TaskNode,
  { names, ledger }: StepScope
): Pick<TaskSpec, 'cachingOptions'> | undefined {
  if (isGroup(node) && !isSubPipeline(node)) {
    return undefined;
  }
  const path = [...taskPath(names), 'cachingOptions'];
  const { cache = true, cacheKey } = isImporter(node) ? { cache: node.cache } : node;
  if (node.cache !== undefined) {
    ledger.compiled('cache', path);
  }
  if (cacheKey !== undefined) {
    ledger.compiled('cacheKey', [...path, 'cacheKey']);
  }
  return {
    cachingOptions: { ...(cache && { enableCache: true }), ...(cacheKey !== undefined && { cacheKey }) }
  };
}

/** Kubeflow's policy, with the values that the SDK fills in for what is not set. */
function retryPolicy(retry: Retry, { names, ledger }: StepScope): RetryPolicy {
  const path = [...taskPath(names), 'retryPolicy'];
  const seconds = (setting: 'backoff' | 'maxBackoff', key: keyof RetryPolicy, otherwise: string) => {
    const text = retry[setting];
    if (text === undefined) {
      return otherwise;
    }
    const value = durationSeconds(text);
    if (value === undefined) {
      ledger.lost(`retry.${setting}`, `"${text}" is no time.`, 'Write a duration such as 90s, 15m or 2h30m.');
      return otherwise;
    }
    ledger.compiled(`retry.${setting}`, [...path, key]);
    return `${value}s`;
  };
  ledger.compiled('retry.max', [...path, 'maxRetryCount']);
  if (retry.factor !== undefined) {
    ledger.compiled('retry.factor', [...path, 'backoffFactor']);
  }
  return {
    maxRetryCount: retry.max,
    backoffDuration: seconds('backoff', 'backoffDuration', '0s'),
    backoffFactor: retry.factor ?? 2,
    backoffMaxDuration: seconds('maxBackoff', 'backoffMaxDuration', '3600s')
  };
}
