import type { ComponentSpec, PipelineSpec, TaskSpec } from '../spec';

const CEL_INPUT = /inputs\.parameter_values\['((?:[^'\\]|\\.)*)'\]/g;
const KINDS = ['parameters', 'artifacts'] as const;
type Kind = (typeof KINDS)[number];

/** Sentences on everything in a spec that leads nowhere: what conformance/references.py looks for, in-process. */
export function danglingReferences(spec: PipelineSpec): string[] {
  const found: string[] = [];
  const components = spec.components ?? {};
  const used = new Set<string>();
  for (const [name, component] of [['root', spec.root] as const, ...Object.entries(components)]) {
    const tasks = component.dag?.tasks ?? {};
    const say = (fault: string) => found.push(`${name}: ${fault}`);
    for (const [task, written] of Object.entries(tasks)) {
      const ref = written.componentRef?.name ?? '';
      used.add(ref);
      if (!Object.hasOwn(components, ref)) {
        say(`${task}: no component ${ref}`);
      } else {
        taskFaults(component, written, components).forEach(fault => say(`${task}: ${fault}`));
      }
    }
    outputFaults(component, components).forEach(say);
    circleFaults(tasks).forEach(say);
    if (name !== 'root' && !component.dag && !component.executorLabel) {
      say('neither a graph nor an executor');
    }
  }
  const labels = new Set(Object.values(components).flatMap(({ executorLabel }) => executorLabel ?? []));
  const written = Object.keys(spec.deploymentSpec?.executors ?? {});
  if (written.some(label => !labels.has(label)) || written.length !== labels.size) {
    found.push('executors are not those of the components');
  }
  return [
    ...found,
    ...Object.keys(components).flatMap(name => (used.has(name) ? [] : `${name} is not used`))
  ];
}

type Components = Record<string, ComponentSpec>;

function taskFaults(around: ComponentSpec, task: TaskSpec, components: Components): string[] {
  const found: string[] = [];
  const tasks = around.dag?.tasks ?? {};
  const before = task.dependentTasks ?? [];
  const own = components[task.componentRef?.name ?? ''];
  const item = task.parameterIterator?.itemInput ?? task.artifactIterator?.itemInput;
  const given = JSON.stringify(task.inputs ?? {});
  if (JSON.stringify(before) !== JSON.stringify([...new Set(before)].sort())) {
    found.push(`dependentTasks ${before.join()}`);
  }
  for (const kind of KINDS) {
    const declared = own.inputDefinitions?.[kind] ?? {};
    const bound = task.inputs?.[kind] ?? {};
    for (const port of Object.keys(bound)) {
      if (!Object.hasOwn(declared, port) && !given.includes(`['${port}']`)) {
        found.push(`${port} is not declared`);
      }
      found.push(
        ...sourceFaults(kind, bound[port], around, before, components).map(fault => `${port}: ${fault}`)
      );
    }
    for (const [port, { isOptional }] of Object.entries(declared)) {
      if (!Object.hasOwn(bound, port) && !isOptional && port !== item) {
        found.push(`${port} is not bound`);
      }
    }
  }
  const inputs = { ...task.inputs?.parameters, ...task.inputs?.artifacts };
  const over = task.parameterIterator?.items?.inputParameter ?? task.artifactIterator?.items?.inputArtifact;
  const read = [...(task.triggerPolicy?.condition ?? '').matchAll(CEL_INPUT)].map(([, name]) => name);
  for (const name of [...read, ...(over === undefined ? [] : [over])]) {
    if (!Object.hasOwn(inputs, name)) {
      found.push(`reads no input ${name}`);
    }
  }
  const declared = { ...own.inputDefinitions?.parameters, ...own.inputDefinitions?.artifacts };
  if (item !== undefined && !Object.hasOwn(declared, item)) {
    found.push(`no input ${item} for the item`);
  }
  return [...found, ...before.flatMap(name => (Object.hasOwn(tasks, name) ? [] : `no task ${name}`))];
}

type Bound = NonNullable<NonNullable<TaskSpec['inputs']>['parameters']>[string] &
  NonNullable<NonNullable<TaskSpec['inputs']>['artifacts']>[string];

function sourceFaults(
  kind: Kind,
  source: Bound,
  around: ComponentSpec,
  before: readonly string[],
  components: Components
): string[] {
  const input = source.componentInputParameter ?? source.componentInputArtifact;
  if (input !== undefined) {
    return Object.hasOwn(around.inputDefinitions?.[kind] ?? {}, input) ? [] : [`no input ${input} around it`];
  }
  const output = source.taskOutputParameter ?? source.taskOutputArtifact;
  const producer = output?.producerTask ?? source.taskFinalStatus?.producerTask;
  if (producer === undefined) {
    return [];
  }
  const found = before.includes(producer) ? [] : [`${producer} does not come before`];
  const key = source.taskOutputParameter?.outputParameterKey ?? source.taskOutputArtifact?.outputArtifactKey;
  return key === undefined || gives(around, producer, kind, key, components)
    ? found
    : [...found, `${producer} has no ${key}`];
}

function gives(
  around: ComponentSpec,
  task: string,
  kind: Kind,
  key: string,
  components: Components
): boolean {
  const ref = around.dag?.tasks?.[task]?.componentRef?.name ?? '';
  return Object.hasOwn(components[ref]?.outputDefinitions?.[kind] ?? {}, key);
}

function outputFaults(component: ComponentSpec, components: Components): string[] {
  const { outputs } = component.dag ?? {};
  const found: string[] = [];
  if (!component.dag) {
    return found;
  }
  for (const kind of KINDS) {
    const declared = Object.keys(component.outputDefinitions?.[kind] ?? {}).sort();
    if (JSON.stringify(declared) !== JSON.stringify(Object.keys(outputs?.[kind] ?? {}).sort())) {
      found.push(`the ${kind} given are not those declared`);
    }
  }
  for (const { valueFromParameter, valueFromOneof } of Object.values(outputs?.parameters ?? {})) {
    for (const { producerSubtask = '', outputParameterKey = '' } of valueFromOneof?.parameterSelectors ?? [
      valueFromParameter ?? {}
    ]) {
      if (!gives(component, producerSubtask, 'parameters', outputParameterKey, components)) {
        found.push(`${producerSubtask} has no ${outputParameterKey}`);
      }
    }
  }
  for (const { artifactSelectors = [] } of Object.values(outputs?.artifacts ?? {})) {
    for (const { producerSubtask = '', outputArtifactKey = '' } of artifactSelectors) {
      if (!gives(component, producerSubtask, 'artifacts', outputArtifactKey, components)) {
        found.push(`${producerSubtask} has no ${outputArtifactKey}`);
      }
    }
  }
  return found;
}

/** Takes away what waits for nothing until nothing is left, or only what waits for each other. */
function circleFaults(tasks: Record<string, TaskSpec>): string[] {
  let waiting = Object.keys(tasks);
  for (;;) {
    const open = new Set(waiting);
    const rest = waiting.filter(name => tasks[name].dependentTasks?.some(before => open.has(before)));
    if (rest.length === waiting.length) {
      return rest.length ? [`${rest.join()} wait for each other`] : [];
    }
    waiting = rest;
  }
}
