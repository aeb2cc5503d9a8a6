import type { ContainerNode } from '../pipeline';

const EXECUTOR = 'kfp.dsl.executor_main';

/**
 * True for a container that runs a Python function by the SDK's own executor: the SDK's subprocess runner needs no
 * container engine for it (kfp.local, subprocess_task_handler).
 */
export function isPythonStep({ command = [] }: ContainerNode): boolean {
  const starts = command.slice(0, 3).join(' ');
  return (
    starts !== `python3 -m ${EXECUTOR}` &&
    command.some(element => typeof element === 'string' && element.includes(EXECUTOR))
  );
}
