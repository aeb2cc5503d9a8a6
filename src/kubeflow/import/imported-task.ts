import type { ComponentSpec, ExecutorSpec, TaskSpec } from '../spec';
import type { GroupKind } from './group-kind';

/** A task of a spec on its way to a node. */
export interface ImportedTask {
  /** Id of the node that it becomes. */
  id: string;
  name: string;
  task: TaskSpec;
  /** Where its component is to be found, whether it is there or not. */
  componentName?: string;
  component: ComponentSpec;
  executorName?: string;
  executor: ExecutorSpec;
  /** The DAG that holds it. */
  scope: Scope;
  /** Groups only: the DAG inside. */
  inside?: Scope;
  /** Groups only. */
  kind?: GroupKind;
}

/** A DAG: that of the whole pipeline, or the inside of a group. */
export interface Scope {
  /** The group whose inside it is; absent for the whole pipeline. */
  group?: ImportedTask;
  /** The component whose DAG it is. */
  component: ComponentSpec;
  tasks: Map<string, ImportedTask>;
  /** Names of the tasks that exit tasks wait for. */
  handled: ReadonlySet<string>;
}

/** All tasks of a spec, each group before what it holds. */
export interface TaskTree {
  root: Scope;
  tasks: ImportedTask[];
}
