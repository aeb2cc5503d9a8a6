import type { Binding, GroupOutput, InputPort, OutputPort, Parameter } from '../../pipeline';
import type { ComponentSpec, ParameterDefinition } from '../spec';
import { type BindingReader, selectorsOf } from './bindings';
import type { ImportedTask } from './imported-task';
import { artifactType, parameterType } from './port-types';

type Definitions = ComponentSpec['inputDefinitions'];

/** The declared inputs of a component or of the whole pipeline, without what feeds them. */
export function declaredInputs({ parameters = {}, artifacts = {} }: NonNullable<Definitions> = {}): [
  string,
  Parameter
][] {
  return [
    ...Object.entries(parameters).map(([name, parameter]): [string, Parameter] => [
      name,
      { type: parameterType(parameter), ...settings(parameter) }
    ]),
    ...Object.entries(artifacts).map(([name, artifact]): [string, Parameter] => [
      name,
      { type: artifactType(artifact), ...settings(artifact) }
    ])
  ];
}

/** A default makes an input optional without saying so; `null` would mean that there is none. */
function settings({ isOptional, defaultValue, description }: ParameterDefinition): Omit<Parameter, 'type'> {
  const hasDefault = defaultValue !== undefined && defaultValue !== null;
  return {
    ...(hasDefault && { default: defaultValue }),
    ...((isOptional ?? false) !== hasDefault && { optional: isOptional ?? false }),
    ...(description !== undefined && { description })
  };
}

/** Inputs of a leaf: those that its component declares, and those that its task alone has. */
export function leafInputs(
  { task, component, scope }: ImportedTask,
  bindings: BindingReader
): Record<string, InputPort> {
  const { inputs = {} } = task;
  const ports = declaredInputs(component.inputDefinitions).map(([name, port]): [string, InputPort] => [
    name,
    fed(port, bindings.either(name, inputs, scope))
  ]);
  const declared = new Set(ports.map(([name]) => name));
  const undeclared = [
    ...Object.keys(inputs.parameters ?? {}).map(name => ({ name, type: 'string' })),
    ...Object.keys(inputs.artifacts ?? {}).map(name => ({ name, type: 'Artifact' }))
  ].filter(({ name }) => !declared.has(name));
  return Object.fromEntries([
    ...ports,
    ...undeclared.map(({ name, type }): [string, InputPort] => [
      name,
      { ...fed({ type }, bindings.either(name, inputs, scope)), undeclared: true }
    ])
  ]);
}

/** What feeds an input. One with a default that nothing feeds may be left out: else the default would be written. */
export const fed = (port: Parameter, from: Binding | undefined): InputPort => ({
  ...(port.default !== undefined && !from && { optional: true }),
  ...port,
  ...(from && { from })
});

/** Outputs of a leaf. */
export function leafOutputs({ component }: ImportedTask): Record<string, OutputPort> {
  return Object.fromEntries(
    declaredOutputs(component).map(({ name, type, description }): [string, OutputPort] => [
      name,
      { type, ...(description !== undefined && { description }) }
    ])
  );
}

/** The declared outputs of a component or of the whole pipeline. */
export function declaredOutputs({ outputDefinitions }: ComponentSpec) {
  const { parameters = {}, artifacts = {} } = outputDefinitions ?? {};
  return [
    ...Object.entries(parameters).map(([name, port]) => ({
      name,
      type: parameterType(port) as string,
      description: port.description
    })),
    ...Object.entries(artifacts).map(([name, port]) => ({
      name,
      type: artifactType(port),
      description: port.description
    }))
  ];
}

/** Outputs of a group or of the whole pipeline, each with what gives it. */
export function givenOutputs(
  holder: Pick<ImportedTask, 'component' | 'inside'>,
  bindings: BindingReader,
  isDrawn: (name: string) => boolean
): Record<string, GroupOutput> {
  const { inside } = holder;
  return Object.fromEntries(
    declaredOutputs(holder.component)
      .filter(({ name }) => isDrawn(name))
      .map(({ name, type, description }): [string, GroupOutput] => {
        const from = selectorsOf(holder, name).flatMap(
          ({ task, output }) => (inside && bindings.output(task, output, inside)) ?? []
        );
        return [
          name,
          {
            type,
            from: from.length === 1 ? from[0] : from,
            ...(description !== undefined && { description })
          }
        ];
      })
  );
}
