import { isLoop, type TaskNode } from '../pipeline';
import { componentPath, executorPath, type SpecPath, taskPath } from './spec-path';
import type { StepScope } from './step-scope';

/** Accounts for the names that a node brings and for the group it is in. */
export function accountNames(node: TaskNode, { names, ledger }: StepScope): void {
  const paths: Record<'task' | 'component' | 'executor', SpecPath> = {
    task: taskPath(names),
    component: componentPath(names.component),
    executor: executorPath(names.executor)
  };
  for (const key of ['task', 'component', 'executor'] as const) {
    const name = node.names?.[key];
    if (name === names[key]) {
      ledger.compiled(`names.${key}`, paths[key]);
    } else if (name !== undefined && names[key]) {
      ledger.ignored(
        `names.${key}`,
        `Another node has the name "${name}" and says something else, so this one is called "${names[key]}".`,
        'Take the name away.'
      );
    } else if (name !== undefined) {
      ledger.ignored(`names.${key}`, `A group has no ${key}.`);
    }
  }
  if (node.names?.item !== undefined && !isLoop(node)) {
    ledger.ignored('names.item', 'Only a loop has an item.', 'Take the name away.');
  } else if (node.names?.item !== undefined) {
    ledger.compiled('names.item', [...paths.component, 'inputDefinitions']);
  }
  if (node.group !== undefined) {
    ledger.compiled('group', paths.task);
  }
}
