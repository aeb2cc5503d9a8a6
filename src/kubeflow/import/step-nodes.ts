import type { Argument, ComponentNode, ContainerNode, ImporterNode } from '../../pipeline';
import type { ContainerSpec, ImporterSpec, KubernetesExecutorConfig } from '../spec';
import { argument } from './arguments';
import type { BindingReader } from './bindings';
import type { ImportedTask } from './imported-task';
import { kubernetes } from './kubernetes';
import { artifactTitle } from './port-types';
import { leafInputs, leafOutputs } from './ports';
import { resources } from './resources';
import { repeatSettings, taskSettings } from './task-settings';

/** The node of a task that runs a container. */
export function containerNode(
  task: ImportedTask,
  container: ContainerSpec,
  config: KubernetesExecutorConfig | undefined,
  bindings: BindingReader,
  /** Elements of its command line are text as they stand. */
  isPlain: boolean
): ContainerNode {
  const elements = (texts: string[] | undefined): Argument[] | undefined =>
    texts?.map(text => (isPlain ? text : argument(text)));
  const [command, args] = [elements(container.command), elements(container.args)];
  return {
    kind: 'container',
    ...taskSettings(task),
    ...repeatSettings(task.task),
    image: container.image ?? '',
    ...(command?.length && { command }),
    ...(args?.length && { args }),
    ...ports(task, bindings),
    ...podSettings(task, container, config, bindings)
  };
}

/** What cells and containers alike say of their pod. */
export function podSettings(
  { scope }: ImportedTask,
  container: ContainerSpec,
  config: KubernetesExecutorConfig | undefined,
  bindings: BindingReader
) {
  // the one name that no key of a file may have is kept
  const named = (container.env ?? []).filter(({ name }) => name !== '__proto__');
  const env = named.map(({ name = '', value = '' }) => [name, value] as const);
  const asked = resources(container.resources);
  const settings = config && kubernetes(config, source => bindings.parameter(source, scope));
  const deadline = config?.activeDeadlineSeconds;
  return {
    ...(env.length && { env: Object.fromEntries(env) as Record<string, string> }),
    ...(asked && { resources: asked }),
    ...(deadline !== undefined && deadline !== '0' && { timeout: `${deadline}s` }),
    ...(settings && { kubernetes: settings })
  };
}

function ports(task: ImportedTask, bindings: BindingReader) {
  const inputs = leafInputs(task, bindings);
  const outputs = leafOutputs(task);
  return {
    ...(Object.keys(inputs).length && { inputs }),
    ...(Object.keys(outputs).length && { outputs })
  };
}

/** The node of a task that brings an artifact in. */
export function importerNode(
  imported: ImportedTask,
  importer: ImporterSpec,
  bindings: BindingReader
): ImporterNode {
  const { task, scope } = imported;
  const { artifactUri = {}, typeSchema, reimport, downloadToWorkspace, metadata } = importer;
  const fedBy = bindings.parameter(task.inputs?.parameters?.uri, scope);
  const constant = 'constant' in artifactUri ? artifactUri.constant : artifactUri.constantValue?.stringValue;
  const uri = artifactUri.runtimeParameter === undefined && typeof constant === 'string' ? constant : fedBy;
  const { cache } = repeatSettings(task);
  const { uri: _uri, ...inputs } = leafInputs(imported, bindings);
  return {
    kind: 'importer',
    ...taskSettings(imported),
    ...(cache !== undefined && { cache }),
    uri: uri ?? '',
    type: artifactTitle(typeSchema),
    ...(Object.keys(inputs).length && { inputs }),
    ...(reimport !== undefined && { reimport }),
    ...(downloadToWorkspace !== undefined && { downloadToWorkspace }),
    ...(metadata && { metadata })
  };
}

/** The node of a task that runs anything else, as its spec says it. */
export function componentNode(task: ImportedTask, bindings: BindingReader): ComponentNode {
  return {
    kind: 'component',
    ...taskSettings(task),
    ...repeatSettings(task.task),
    ...ports(task, bindings),
    executor: task.executor
  };
}
