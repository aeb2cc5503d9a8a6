/** Where something stands in the output: `spec` or `platform`, then keys and places in lists. */
export type SpecPath = readonly string[];

/** A path as text: `spec.root.dag.tasks.train`, with `['a.b']` for keys that hold dots, brackets or quotes. */
export function pathText(path: SpecPath): string {
  let text = '';
  for (const key of path) {
    text += keyText(key, text === '');
  }
  return text;
}

/** One more key behind the text of a path. */
export const pathBehind = (text: string, key: string): string => text + keyText(key, text === '');

const keyText = (key: string, isFirst: boolean): string =>
  /[.[\]'\s]|^$/.test(key) ? `['${key}']` : isFirst ? key : `.${key}`;

/** True when `path` leads to something in `documents`. */
export function pathExists(documents: unknown, path: SpecPath): boolean {
  let here = documents;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) {
      return false;
    }
    here = (here as Record<string, unknown>)[key];
  }
  return here !== undefined;
}

/** Paths of the pieces of one step. */
export const taskPath = ({ dag, task }: { dag?: string; task: string }): SpecPath => [
  ...(dag === undefined ? ['spec', 'root'] : componentPath(dag)),
  'dag',
  'tasks',
  task
];
export const componentPath = (component: string): SpecPath => ['spec', 'components', component];
export const executorPath = (executor: string): SpecPath => ['spec', 'deploymentSpec', 'executors', executor];
export const platformPath = (executor: string): SpecPath => [
  'platform',
  'platforms',
  'kubernetes',
  'deploymentSpec',
  'executors',
  executor
];
