import type { Flow } from '../flow';
import { isCells, isContainer, isImporter } from '../pipeline';

/** The names of one task in a spec, and where it stands. */
export interface StepNames {
  /** Component of the group that holds the task; absent in the root. */
  dag?: string;
  task: string;
  component: string;
  executor: string;
}

/** Argo template names of the backend's own (kubeflow/pipelines, argocompiler). */
const RESERVED = /^(root|entrypoint|system(-.*)?|exit-hook(-.*)?)$/;
/** Kubernetes' limit for a label, which names of pods and of the driver's task are cut to. */
const LONGEST = 63;
const DRIVER = '-driver';

/**
 * A name as Kubeflow's SDK makes it (`maybe_rename_for_k8s`): lower case, one `-` for whatever is no letter
 * or digit, none at the ends; cut to 63 characters. Empty when nothing is left.
 */
export function kubernetesName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^0-9a-z]+/g, '-')
    .slice(0, LONGEST + 1)
    .replace(/^-+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
}

/** `name`, or `name-2`, `name-3`… : the first for which `free` holds, at most 63 characters long. */
export function uniqueName(name: string, free: (name: string) => boolean): string {
  if (free(name)) {
    return name;
  }
  for (let count = 2; ; count++) {
    const suffix = `-${count}`;
    const candidate = name.slice(0, LONGEST - suffix.length).replace(/-+$/, '') + suffix;
    if (free(candidate)) {
      return candidate;
    }
  }
}

/**
 * Names for every node that compiles to a task, given out in order of node ids so that an edge drawn
 * elsewhere renames nothing. No task is called like the pipeline (`kfp.local` would then load that one step
 * only), and no two are called `x` and `x-driver`, which is how the backend calls the driver of `x`.
 */
export function stepNames(flow: Flow): Map<string, StepNames> {
  const taken = new Set([flow.pipeline.name]);
  const free = (name: string) =>
    !taken.has(name) &&
    !taken.has(name + DRIVER) &&
    !(name.endsWith(DRIVER) && taken.has(name.slice(0, -DRIVER.length)));
  const names = new Map<string, StepNames>();
  for (const { id, node, title } of [...flow.nodes.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!isCells(node) && !isContainer(node) && !isImporter(node)) {
      continue;
    }
    const base = kubernetesName(title) || kubernetesName(id) || 'task';
    const task = uniqueName(RESERVED.test(base) ? `task-${base}` : base, free);
    taken.add(task);
    names.set(id, { task, component: `comp-${task}`, executor: `exec-${task}` });
  }
  return names;
}
