import type { ImportedTask } from './imported-task';

export type GroupKind = 'loop' | 'branch' | 'choice' | 'exit-handler' | 'pipeline';

/** What kind of group a task is whose component is a DAG. */
export function groupKind({ name, task, scope, inside }: ImportedTask): GroupKind {
  if (task.parameterIterator || task.artifactIterator) {
    return 'loop';
  }
  if (task.triggerPolicy?.condition !== undefined) {
    return 'branch';
  }
  // sub-pipelines say whether their results are reused, and groups do not
  if (task.cachingOptions) {
    return 'pipeline';
  }
  if (/^exit-handler-\d+$/.test(name)) {
    return 'exit-handler';
  }
  const inner = [...(inside?.tasks.values() ?? [])];
  if (inner.length && inner.every(each => each.inside && each.task.triggerPolicy?.condition !== undefined)) {
    return /^condition-branches-\d+$/.test(name) || inner.length > 1 ? 'choice' : 'pipeline';
  }
  return scope.handled.has(name) ? 'exit-handler' : 'pipeline';
}
