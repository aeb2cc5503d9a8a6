import type { ComponentSpec, DagSpec, PipelineSpec, TaskSpec } from '../spec';
import { groupKind } from './group-kind';
import { SpecImportError } from './import-error';
import type { ImportedTask, Scope, TaskTree } from './imported-task';
import { nodeIds } from './node-ids';
import { isExit } from './task-settings';

/** More than anyone draws: components that share components over and over grow without end. */
const MOST_TASKS = 20_000;
/** As deep as YAML is read: each level costs a call. */
const MOST_LEVELS = 200;

/**
 * The tasks of a spec with those of the components they run, as often as these are used.
 * @throws SpecImportError when a component is inside itself, there are more than 20,000 tasks, or 200 levels
 */
export function taskTree(spec: PipelineSpec): TaskTree {
  const root = scopeOf(spec.root);
  const tree: TaskTree = { root, tasks: [] };
  const holdsSteps = stepFinder(spec);
  const idOf = nodeIds();
  const fill = (scope: Scope, dag: DagSpec) => {
    for (const name of Object.keys(dag.tasks ?? {}).sort()) {
      const task = importedTask(name, dag.tasks?.[name] ?? {}, scope, spec, idOf);
      if (tree.tasks.push(task) > MOST_TASKS) {
        throw new SpecImportError(
          `The spec stands for more than ${MOST_TASKS} tasks, because its components hold each other many times over: it cannot be drawn.`
        );
      }
      scope.tasks.set(name, task);
      const { component, componentName } = task;
      if (component.dag && componentName !== undefined && holdsSteps(componentName)) {
        task.inside = scopeOf(component, task);
        fill(task.inside, component.dag);
        task.kind = groupKind(task);
      }
    }
  };
  checkNames(...portNames(spec.root));
  fill(root, spec.root.dag ?? {});
  return tree;
}

function scopeOf(component: ComponentSpec, group?: ImportedTask): Scope {
  const exits = Object.values(component.dag?.tasks ?? {}).filter(isExit);
  const handled = new Set(exits.flatMap(({ dependentTasks = [] }) => dependentTasks));
  return { ...(group && { group }), component, tasks: new Map(), handled };
}

function importedTask(
  name: string,
  task: TaskSpec,
  scope: Scope,
  { components = {}, deploymentSpec }: PipelineSpec,
  idOf: (name: string, parent: string | undefined) => string
): ImportedTask {
  const componentName = task.componentRef?.name;
  const component = componentName === undefined ? {} : (own(components, componentName) ?? {});
  const executorName = component.executorLabel;
  checkNames(name, executorName ?? '', ...portNames(component));
  const executors = deploymentSpec?.executors ?? {};
  return {
    id: idOf(name, scope.group?.id),
    name,
    task,
    component,
    executor: (executorName === undefined ? undefined : own(executors, executorName)) ?? {},
    scope,
    ...(componentName !== undefined && { componentName }),
    ...(executorName !== undefined && { executorName })
  };
}

function portNames({ inputDefinitions, outputDefinitions }: ComponentSpec): string[] {
  return [inputDefinitions, outputDefinitions].flatMap(ports => [
    ...Object.keys(ports?.parameters ?? {}),
    ...Object.keys(ports?.artifacts ?? {})
  ]);
}

/** The one name that objects of JavaScript cannot have for a key, and no program gives. */
function checkNames(...names: string[]): void {
  if (names.includes('__proto__')) {
    throw new SpecImportError('The spec calls something `__proto__`: give it another name.');
  }
}

/**
 * Says whether the DAG of a component holds anything that runs: an empty one would not be compiled.
 * @throws SpecImportError when a component is inside itself
 */
function stepFinder({ components = {} }: PipelineSpec): (component: string) => boolean {
  const known = new Map<string, boolean>();
  const open: string[] = [];
  const holds = (component: ComponentSpec): boolean =>
    component.dag
      ? Object.values(component.dag.tasks ?? {})
          .map(({ componentRef }) => find(componentRef?.name))
          .some(Boolean)
      : true;
  const find = (name: string | undefined): boolean => {
    const component = name === undefined ? undefined : own(components, name);
    if (name === undefined || !component) {
      return true;
    }
    const before = known.get(name);
    if (before !== undefined) {
      return before;
    }
    if (open.includes(name)) {
      throw new SpecImportError(
        `The component "${name}" is inside itself: a pipeline that runs it has no end.`
      );
    }
    if (open.push(name) > MOST_LEVELS) {
      throw new SpecImportError(
        `The spec nests components more than ${MOST_LEVELS} levels deep: it cannot be drawn.`
      );
    }
    const answer = holds(component);
    open.pop();
    known.set(name, answer);
    return answer;
  };
  return find;
}

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;
