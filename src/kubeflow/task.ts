import { type ImporterNode, isImporter, type Retry, type StepNode } from '../pipeline';
import { durationSeconds } from './duration';
import type { RetryPolicy, TaskInputs, TaskSpec } from './spec';
import { taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The task of a step: what it runs, after what, and how it is cached and tried again. */
export function task(
  node: StepNode | ImporterNode,
  inputs: TaskInputs | undefined,
  scope: StepScope
): TaskSpec {
  const { names, ledger } = scope;
  const path = taskPath(names);
  const dependentTasks = dependencies(node.after ?? [], scope);
  const cached = isImporter(node) || (node.cache ?? true);
  if (node.title !== undefined) {
    ledger.compiled('title', [...path, 'taskInfo', 'name']);
  }
  if (!isImporter(node) && node.cache !== undefined) {
    ledger.compiled('cache', [...path, 'cachingOptions']);
  }
  return {
    taskInfo: { name: scope.node.title },
    componentRef: { name: names.component },
    cachingOptions: cached ? { enableCache: true } : {},
    ...(inputs && { inputs }),
    ...(dependentTasks.length && { dependentTasks }),
    ...(!isImporter(node) && node.retry && { retryPolicy: retryPolicy(node.retry, scope) })
  };
}

/** Names of the tasks that must end before, data included: `kfp.local` orders steps by this list alone. */
function dependencies(
  after: readonly string[],
  { flow, node, allNames, names, ledger }: StepScope
): string[] {
  const drawn = flow.edges.filter(({ target }) => target === node.id).map(({ source }) => source);
  const fed = node.inputs.flatMap(({ binding }) => (binding && 'output' in binding ? [binding.node] : []));
  after.forEach((id, i) => {
    if (allNames.has(id)) {
      ledger.compiled(`after.${i}`, [...taskPath(names), 'dependentTasks']);
    } else if (flow.nodes.get(id)?.node.kind === 'note') {
      ledger.ignored(`after.${i}`, `"${id}" is a note, which does not run.`);
    } else {
      ledger.lost(
        `after.${i}`,
        `"${id}" is not in the spec, so nothing can run after it.`,
        'Take the order away.'
      );
    }
  });
  const tasks = [...drawn, ...fed, ...after].flatMap(id => allNames.get(id)?.task ?? []);
  return [...new Set(tasks)].sort();
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
