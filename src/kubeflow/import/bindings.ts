import { IMPORTED } from '../../flow';
import type { Binding } from '../../pipeline';
import { fieldSelector } from '../lower/channel-names';
import type { ArtifactSource, ComponentSpec, ParameterSource, TaskInputs } from '../spec';
import type { DrawnPorts } from './drawn-ports';
import type { ImportedTask, Scope } from './imported-task';

/** Reads where values come from as bindings, through the borders of groups to those who give them. */
export class BindingReader {
  /** @param drawnOutput the name in the drawing of an output of a node, by the node's id and its name in the spec */
  constructor(
    readonly drawn: DrawnPorts,
    private readonly drawnOutput: (node: string, output: string) => string = (_, output) => output
  ) {}

  /** What feeds a parameter of a task in `scope`; undefined when no binding says it. */
  parameter(source: ParameterSource | undefined, scope: Scope): Binding | undefined {
    if (source?.taskOutputParameter) {
      const { producerTask, outputParameterKey } = source.taskOutputParameter;
      return this.output(producerTask, outputParameterKey, scope);
    }
    if (source?.componentInputParameter !== undefined) {
      return this.input(source.componentInputParameter, scope, source.parameterExpressionSelector);
    }
    if (source?.taskFinalStatus) {
      const task = scope.tasks.get(source.taskFinalStatus.producerTask ?? '');
      return task && { status: task.id };
    }
    const { runtimeValue } = source ?? {};
    return runtimeValue && 'constant' in runtimeValue
      ? { value: runtimeValue.constant }
      : oldConstant(source);
  }

  /** What feeds an artifact of a task in `scope`. */
  artifact(source: ArtifactSource | undefined, scope: Scope): Binding | undefined {
    if (source?.taskOutputArtifact) {
      const { producerTask, outputArtifactKey } = source.taskOutputArtifact;
      return this.output(producerTask, outputArtifactKey, scope);
    }
    return source?.componentInputArtifact === undefined
      ? undefined
      : this.input(source.componentInputArtifact, scope);
  }

  /** What feeds an input of either kind. */
  either(name: string, { parameters = {}, artifacts = {} }: TaskInputs, scope: Scope): Binding | undefined {
    return Object.hasOwn(parameters, name)
      ? this.parameter(parameters[name], scope)
      : Object.hasOwn(artifacts, name)
        ? this.artifact(artifacts[name], scope)
        : undefined;
  }

  /** An output of a task in `scope`: of the node inside that gives it, where the group only passes it on. */
  output(taskName: string | undefined, output = '', scope: Scope): Binding | undefined {
    const task = scope.tasks.get(taskName ?? '');
    if (!task || !isDeclared(output, task.component.outputDefinitions)) {
      return undefined;
    }
    const own = { node: task.id, output: this.drawnOutput(task.id, output) };
    if (!task.inside || this.drawn.has(task, 'out', output)) {
      return task.executor.importer && output !== IMPORTED ? undefined : own;
    }
    const selectors = selectorsOf(task, output);
    const inner = selectors.length === 1 && this.output(selectors[0].task, selectors[0].output, task.inside);
    return inner || own;
  }

  /**
   * An input of the group whose inside is `scope`, or of the whole pipeline.
   * @param selector CEL that takes a part of it
   */
  input(name: string, scope: Scope, selector?: string): Binding | undefined {
    const { group, component } = scope;
    if (!isDeclared(name, component.inputDefinitions)) {
      return undefined;
    }
    if (!group) {
      return { parameter: name };
    }
    const binding = this.inputOf(group, name);
    if (selector === undefined) {
      return binding;
    }
    const field =
      binding && 'item' in binding && binding.field === undefined ? selectedField(selector) : undefined;
    return field === undefined ? binding : { ...(binding as { item: string }), field };
  }

  private inputOf(group: ImportedTask, name: string): Binding {
    if (name === itemInput(group)) {
      return { item: group.id };
    }
    const own = { node: group.id, input: name };
    if (this.drawn.has(group, 'in', name)) {
      return own;
    }
    const outer = this.either(name, group.task.inputs ?? {}, group.scope);
    return outer && !('value' in outer) && !('status' in outer) ? outer : own;
  }
}

function isDeclared(name: string, ports: ComponentSpec['inputDefinitions' | 'outputDefinitions']): boolean {
  return Object.hasOwn(ports?.parameters ?? {}, name) || Object.hasOwn(ports?.artifacts ?? {}, name);
}

/** The input of a loop that holds the item. */
export const itemInput = ({
  task: { parameterIterator, artifactIterator }
}: ImportedTask): string | undefined => parameterIterator?.itemInput ?? artifactIterator?.itemInput;

/** The tasks inside a group that give one of its outputs. */
export function selectorsOf(
  { component }: Pick<ImportedTask, 'component'>,
  output: string
): { task?: string; output?: string }[] {
  const { parameters = {}, artifacts = {} } = component.dag?.outputs ?? {};
  if (Object.hasOwn(parameters, output)) {
    const { valueFromParameter, valueFromOneof } = parameters[output];
    const selectors = valueFromParameter ? [valueFromParameter] : (valueFromOneof?.parameterSelectors ?? []);
    return selectors.map(each => ({ task: each.producerSubtask, output: each.outputParameterKey }));
  }
  const selectors = Object.hasOwn(artifacts, output) ? artifacts[output].artifactSelectors : undefined;
  return (selectors ?? []).map(each => ({ task: each.producerSubtask, output: each.outputArtifactKey }));
}

/** Constants of schema 2.0.0. */
function oldConstant(source: ParameterSource | undefined): Binding | undefined {
  const { intValue, doubleValue, stringValue } = source?.runtimeValue?.constantValue ?? {};
  const value = stringValue ?? doubleValue ?? (intValue === undefined ? undefined : Number(intValue));
  return value === undefined ? undefined : { value };
}

/** The field that CEL of the SDK takes from an item. */
function selectedField(selector: string): string | undefined {
  const text = /^parseJson\(string_value\)\[(".*")\]$/s.exec(selector)?.[1];
  try {
    const field: unknown = text === undefined ? undefined : JSON.parse(text);
    return typeof field === 'string' && fieldSelector(field) === selector ? field : undefined;
  } catch {
    return undefined;
  }
}
