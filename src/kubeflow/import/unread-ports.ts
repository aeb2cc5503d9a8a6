import type { DagOutputs, SpecFile, TaskInputs } from '../spec';
import { isObject } from '../spec/is-object';
import { selectorsOf } from './bindings';
import { inputsIn } from './condition';
import type { DrawnPorts } from './drawn-ports';
import type { ImportedTask, Scope, TaskTree } from './imported-task';
import { platformOf } from './platform-of';

/** Draws the ports of groups that nothing reads: nothing else would bring them back. */
export function drawUnread({ root, tasks }: TaskTree, file: SpecFile, drawn: DrawnPorts): void {
  const groups = tasks.filter(({ inside }) => inside);
  for (const group of groups) {
    const read = readInside(group, file);
    const { parameters = {} } = group.task.inputs ?? {};
    // the SDK passes a whole item beside its fields, read or not
    const parts = Object.values(parameters).filter(each => each.parameterExpressionSelector !== undefined);
    const items = new Set(parts.map(each => each.componentInputParameter));
    const isWhole = (name: string) =>
      Object.hasOwn(parameters, name) && items.has(parameters[name].componentInputParameter ?? '');
    for (const name of portsOf(group.component.inputDefinitions)) {
      if (!read.has(name) && !isWhole(name) && !isInBranch(group)) {
        drawn.add(group, 'in', name);
      }
    }
  }
  for (const scope of [root, ...groups.flatMap(({ inside }) => inside ?? [])]) {
    const read = outputsRead(scope, file);
    for (const group of scope.tasks.values()) {
      for (const name of group.inside ? portsOf(group.component.outputDefinitions) : []) {
        if (!read.has(key(group.name, name))) {
          drawn.add(group, 'out', name);
        }
      }
    }
  }
}

/** What a condition compares is passed to all groups inside of its branch, read or not. */
function isInBranch({ scope }: ImportedTask): boolean {
  const around = scope.group;
  return (
    around !== undefined && around.kind !== 'pipeline' && (around.kind === 'branch' || isInBranch(around))
  );
}

function readInside({ task, inside }: ImportedTask, file: SpecFile): Set<string | undefined> {
  const { parameterIterator, artifactIterator, triggerPolicy } = task;
  const read = new Set<string | undefined>([
    parameterIterator?.itemInput,
    parameterIterator?.items?.inputParameter,
    artifactIterator?.itemInput,
    artifactIterator?.items?.inputArtifact,
    ...inputsIn(triggerPolicy?.condition ?? '')
  ]);
  for (const inner of inside?.tasks.values() ?? []) {
    sourcesOf(inner, file).forEach(source =>
      read.add(source.componentInputParameter ?? source.componentInputArtifact)
    );
  }
  return read;
}

/** The outputs that a DAG takes of its tasks. */
function outputsRead(scope: Scope, file: SpecFile): Set<string> {
  const read = new Set<string>();
  for (const task of scope.tasks.values()) {
    for (const { taskOutputParameter: parameter, taskOutputArtifact: artifact } of sourcesOf(task, file)) {
      read.add(key(parameter?.producerTask, parameter?.outputParameterKey));
      read.add(key(artifact?.producerTask, artifact?.outputArtifactKey));
    }
  }
  const { parameters = {}, artifacts = {} }: DagOutputs = scope.component.dag?.outputs ?? {};
  for (const name of [...Object.keys(parameters), ...Object.keys(artifacts)]) {
    selectorsOf(scope, name).forEach(({ task, output }) => read.add(key(task, output)));
  }
  return read;
}

type Source = NonNullable<TaskInputs['parameters']>[string] & NonNullable<TaskInputs['artifacts']>[string];

/** What feeds the inputs and the pod of a task. */
function sourcesOf(task: ImportedTask, file: SpecFile): Source[] {
  const { parameters = {}, artifacts = {} } = task.task.inputs ?? {};
  const platform = task.inside ? undefined : platformOf(task, file);
  return [...Object.values(parameters), ...Object.values(artifacts), ...(platform ? nested(platform) : [])];
}

/** Sources stand at many places of a platform document. */
function nested(value: unknown): Source[] {
  if (Array.isArray(value)) {
    return value.flatMap(nested);
  }
  return isObject(value) ? [value as Source, ...Object.values(value).flatMap(nested)] : [];
}

const portsOf = (ports: ImportedTask['component']['inputDefinitions' | 'outputDefinitions'] = {}) => [
  ...Object.keys(ports.parameters ?? {}),
  ...Object.keys(ports.artifacts ?? {})
];

const key = (task = '', output = '') => JSON.stringify([task, output]);
