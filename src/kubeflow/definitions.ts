import type { FlowPort } from '../flow';
import { type InputPort, isCells, isContainer, isParameterType, type OutputPort } from '../pipeline';
import { artifactSchema, parameterKind } from './port-types';
import type { ArtifactDefinition, ComponentSpec, Definitions, ParameterDefinition } from './spec';
import { componentPath, type SpecPath } from './spec-path';
import type { StepScope } from './step-scope';

/** The component of a step that runs code: its ports with their types. */
export function component({ node, names, ledger }: StepScope): ComponentSpec {
  const written: ComponentSpec = { executorLabel: names.executor };
  for (const side of ['inputs', 'outputs'] as const) {
    const settings = isCells(node.node) || isContainer(node.node) ? (node.node[side] ?? {}) : {};
    const key = side === 'inputs' ? 'inputDefinitions' : 'outputDefinitions';
    const path = [...componentPath(names.component), key];
    const definitions = define(node[side], settings, (field, at) => {
      ledger.compiled(`${side}.${field}`, [...path, ...at]);
    });
    if (Object.keys(definitions).length) {
      written[key] = definitions;
    }
  }
  return written;
}

type PortSettings = Partial<InputPort & OutputPort>;

function define(
  ports: readonly FlowPort[],
  settings: Record<string, PortSettings>,
  compiled: (field: string, at: SpecPath) => void
): Definitions {
  const parameters: Record<string, ParameterDefinition> = {};
  const artifacts: Record<string, ArtifactDefinition> = {};
  for (const { name, type, optional } of ports) {
    const set = Object.hasOwn(settings, name) ? settings[name] : {};
    const common = {
      ...((optional || set.optional !== undefined) && { isOptional: optional }),
      ...(set.description !== undefined && { description: set.description })
    };
    let typeKey: string;
    const kind = isParameterType(type) ? 'parameters' : 'artifacts';
    if (isParameterType(type)) {
      typeKey = 'parameterType';
      parameters[name] = { parameterType: parameterKind(type), ...common };
    } else {
      typeKey = 'artifactType';
      artifacts[name] = { artifactType: artifactSchema(type), ...common };
    }
    const keys = { type: typeKey, optional: 'isOptional', description: 'description' } as const;
    for (const [field, key] of Object.entries(keys)) {
      if (set[field as keyof PortSettings] !== undefined) {
        compiled(`${name}.${field}`, [kind, name, key]);
      }
    }
  }
  return {
    ...(Object.keys(parameters).length && { parameters }),
    ...(Object.keys(artifacts).length && { artifacts })
  };
}
