import type { ComponentSpec, ContainerSpec, TaskSpec } from '../spec';
import type { Pieces } from '../spec-pieces';
import { inputsIn } from './condition';
import type { ImportedTask } from './imported-task';
import type { Reading } from './lift';
import { itemInput } from './bindings';
import { same } from '../kept/same';

/**
 * Looks at what a node would become, and takes the plainer reading of what is not as it was.
 * @returns true when anything is read in another way now
 */
export function refine(task: ImportedTask, written: Pieces, reading: Reading, isCells: boolean): boolean {
  return task.inside ? refineGroup(task, written, reading) : refineLeaf(task, written, reading, isCells);
}

function refineLeaf(task: ImportedTask, written: Pieces, reading: Reading, isCells: boolean): boolean {
  const { container } = task.executor;
  const other = written.executor?.container;
  if (isCells) {
    return refineCells(task, written, reading);
  }
  const lines = ({ command = [], args = [] }: ContainerSpec) => [command, args];
  if (!container || !other || reading.plain.has(task.id) || same(lines(container), lines(other))) {
    return false;
  }
  reading.plain.add(task.id);
  return true;
}

/** Where the code of a step gives other ports than it had, all of them are pinned, and others removed. */
function refineCells(
  { id, task, component, executor }: ImportedTask,
  written: Pieces,
  { ports }: Reading
): boolean {
  const isSame =
    same(component, written.component) &&
    same(task.inputs, written.task.inputs) &&
    same(executor.container?.command, written.executor?.container?.command);
  if (isSame) {
    return false;
  }
  const { pinned = false, removed = new Set<string>() } = ports.get(id) ?? {};
  const own = new Set(names(component.inputDefinitions));
  const strange = names(written.component.inputDefinitions).filter(
    name => !own.has(name) && !removed.has(name)
  );
  ports.set(id, { pinned: true, removed: new Set([...removed, ...strange]) });
  return !pinned || strange.length > 0;
}

const names = ({ parameters = {}, artifacts = {} }: NonNullable<ComponentSpec['inputDefinitions']> = {}) => [
  ...Object.keys(parameters),
  ...Object.keys(artifacts)
];

/** Ports that the compiler does not write again as they are must be drawn. */
function refineGroup(task: ImportedTask, written: Pieces, { drawn, plain }: Reading): boolean {
  let changed = false;
  const draw = (side: 'in' | 'out', name: string) => {
    changed = drawn.add(task, side, name) || changed;
  };
  const item = itemInput(task);
  const [inputs, writtenInputs] = [
    inputsOf(task.task, task.component),
    inputsOf(written.task, written.component)
  ];
  for (const [name, input] of inputs) {
    if (name !== item && !drawn.has(task, 'in', name) && !same(input, writtenInputs.get(name))) {
      draw('in', name);
    }
  }
  const [outputs, writtenOutputs] = [outputsOf(task.component), outputsOf(written.component)];
  for (const [name, output] of outputs) {
    if (!drawn.has(task, 'out', name) && !same(output, writtenOutputs.get(name))) {
      draw('out', name);
    }
  }
  const condition = task.task.triggerPolicy?.condition;
  if (task.kind === 'branch' && condition !== written.task.triggerPolicy?.condition && !plain.has(task.id)) {
    plain.add(task.id);
    inputsIn(condition ?? '').forEach(name => draw('in', name));
    changed = true;
  }
  return changed;
}

/** Each input of a group, as it is declared and as it is fed. */
function inputsOf({ inputs = {} }: TaskSpec, { inputDefinitions = {} }: ComponentSpec): Map<string, unknown> {
  return new Map([
    ...Object.entries(inputDefinitions.parameters ?? {}).map(([name, port]): [string, unknown] => [
      name,
      [port, inputs.parameters?.[name] ?? null]
    ]),
    ...Object.entries(inputDefinitions.artifacts ?? {}).map(([name, port]): [string, unknown] => [
      name,
      [port, inputs.artifacts?.[name] ?? null]
    ])
  ]);
}

function outputsOf({ outputDefinitions = {}, dag }: ComponentSpec): Map<string, unknown> {
  const { parameters = {}, artifacts = {} } = dag?.outputs ?? {};
  return new Map([
    ...Object.entries(outputDefinitions.parameters ?? {}).map(([name, port]): [string, unknown] => [
      name,
      [port, parameters[name] ?? null]
    ]),
    ...Object.entries(outputDefinitions.artifacts ?? {}).map(([name, port]): [string, unknown] => [
      name,
      [port, artifacts[name] ?? null]
    ])
  ]);
}
