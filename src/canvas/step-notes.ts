import { type ComponentNode, type ContainerNode } from '../pipeline';

/** The option after which the SDK's launcher of Python functions names the function. */
const FUNCTION = '--function_to_execute';

/** Name of the function of a lightweight Python component (kfp `dsl.component`); undefined for other containers. */
export function functionOf({ args = [], command = [] }: ContainerNode): string | undefined {
  const words = [...command, ...args];
  const name = words[words.indexOf(FUNCTION) + 1];
  return words.includes(FUNCTION) && typeof name === 'string' ? name : undefined;
}

/** What executes a component that is no container: the one field of its executor. */
export function executorOf({ executor }: ComponentNode): string {
  return Object.keys(executor)[0] ?? '';
}
