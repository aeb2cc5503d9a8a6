/** The names of one task in a spec, and where it stands. */
export interface StepNames {
  /** Component of the group that holds the task; absent in the root. */
  dag?: string;
  task: string;
  component: string;
  /** Empty for groups. */
  executor: string;
  /** Loops over constants only: the value that is the item. */
  item?: string;
}

/** Kubernetes' limit for a label, which names of pods and of the driver's task are cut to. */
const LONGEST = 63;

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

/**
 * `name`, or `name-2`, `name-3`… : the first for which `free` holds, at most 63 characters long.
 * @param counts where to begin counting, by name: many equal names then cost no more than others
 */
export function uniqueName(
  name: string,
  free: (name: string) => boolean,
  counts?: Map<string, number>
): string {
  if (free(name)) {
    return name;
  }
  for (let count = counts?.get(name) ?? 2; ; count++) {
    const suffix = `-${count}`;
    const candidate = name.slice(0, LONGEST - suffix.length).replace(/-+$/, '') + suffix;
    if (free(candidate)) {
      counts?.set(name, count + 1);
      return candidate;
    }
  }
}
