import { canonicalJson, type SpecNames } from '../pipeline';
import type { StepNames } from './names';
import type { ComponentSpec, ExecutorSpec, KubernetesExecutorConfig, TaskSpec } from './spec';

/** What one node becomes; groups have no executor. */
export interface Pieces {
  task: TaskSpec;
  component: ComponentSpec;
  executor?: ExecutorSpec;
  platform?: KubernetesExecutorConfig;
}

/**
 * Puts the pieces of all nodes together. Nodes of an imported spec may share a component or an executor: it stands
 * there once, as long as all of them say the same of it.
 */
export class SpecPieces {
  readonly components: Record<string, ComponentSpec> = {};
  readonly executors: Record<string, ExecutorSpec> = {};
  readonly platforms: Record<string, KubernetesExecutorConfig> = {};
  /** Tasks of the whole pipeline. */
  readonly tasks: Record<string, TaskSpec> = {};
  /** Names that nodes cannot have, as another node has them with other content. */
  readonly clashes: { node: string; name: keyof SpecNames }[] = [];
  private readonly inside = new Map<string, Record<string, TaskSpec>>();

  /**
   * Adds the pieces of a node; those of a group after those of all nodes in it.
   * @param group id of the group around the node
   */
  add(node: string, names: StepNames, { task, component, executor, platform }: Pieces, group?: string): void {
    const around = group === undefined ? this.tasks : this.tasksIn(group);
    around[names.task] = task;
    const tasks = this.inside.get(node);
    const whole = tasks ? { ...component, dag: { ...component.dag, tasks } } : component;
    if (!put(this.components, names.component, whole)) {
      this.clashes.push({ node, name: 'component' });
    }
    const isNew = !Object.hasOwn(this.executors, names.executor);
    if (executor && !put(this.executors, names.executor, executor)) {
      this.clashes.push({ node, name: 'executor' });
    } else if (platform && isNew) {
      this.platforms[names.executor] = platform;
    } else if (executor && !isSame(platform, this.platforms[names.executor])) {
      this.clashes.push({ node, name: 'executor' });
    }
  }

  private tasksIn(group: string): Record<string, TaskSpec> {
    const tasks = this.inside.get(group) ?? {};
    this.inside.set(group, tasks);
    return tasks;
  }
}

/** Adds a piece; false when another stands under its name. */
function put<T>(pieces: Record<string, T>, name: string, piece: T): boolean {
  if (!Object.hasOwn(pieces, name)) {
    pieces[name] = piece;
    return true;
  }
  return isSame(pieces[name], piece);
}

const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

const textOf = (piece: unknown): string => (piece === undefined ? '' : canonicalJson(piece));
