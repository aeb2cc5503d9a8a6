import type { KubernetesExecutorConfig, SpecFile } from '../spec';
import type { ImportedTask } from './imported-task';

/** What the platform document says of the executor of a task. */
export function platformOf(
  { executorName }: ImportedTask,
  { platform }: SpecFile
): KubernetesExecutorConfig | undefined {
  const configs = platform?.platforms?.kubernetes?.deploymentSpec?.executors ?? {};
  return executorName !== undefined && Object.hasOwn(configs, executorName)
    ? configs[executorName]
    : undefined;
}
