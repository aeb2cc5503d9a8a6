import { isParameterType, type PortType } from '../pipeline';
import { artifactSchema, isArtifactList, parameterKind } from './port-types';
import type { ArtifactDefinition, Definitions, ParameterDefinition } from './spec';
import type { SpecPath } from './spec-path';

/** What a port is in a spec. */
export interface PortDefinition {
  name: string;
  type: PortType;
  optional?: boolean;
  /** Of parameters; `null` makes one optional without a value. */
  default?: unknown;
  description?: string;
}

/** Where each setting of a port stands in its definition. */
const KEYS = [
  ['optional', 'isOptional'],
  ['default', 'defaultValue'],
  ['description', 'description']
] as const;

/**
 * The inputs or outputs of a component; undefined when it has none.
 * @param written called for each setting of a port that is written, with its place in the definitions
 */
export function definePorts(
  ports: readonly PortDefinition[],
  written: (port: string, setting: string, at: SpecPath) => void = () => undefined
): Definitions | undefined {
  const parameters: Record<string, ParameterDefinition> = {};
  const artifacts: Record<string, ArtifactDefinition> = {};
  for (const port of ports) {
    const { name, type } = port;
    const kind = isParameterType(type) ? 'parameters' : 'artifacts';
    const definition: ParameterDefinition & ArtifactDefinition = isParameterType(type)
      ? (parameters[name] = { parameterType: parameterKind(type) })
      : (artifacts[name] = {
          artifactType: artifactSchema(type),
          ...(isArtifactList(type) && { isArtifactList: true })
        });
    const value = port.default ?? undefined;
    const optional = port.optional ?? (port.default !== undefined || undefined);
    Object.assign(
      definition,
      optional && { isOptional: true },
      value !== undefined && kind === 'parameters' && { defaultValue: value },
      port.description !== undefined && { description: port.description }
    );
    written(name, 'type', [kind, name, kind === 'parameters' ? 'parameterType' : 'artifactType']);
    for (const [setting, key] of KEYS) {
      const at = setting === 'default' && port.default === null ? 'isOptional' : key;
      if (port[setting] === undefined) {
        continue;
      }
      if (Object.hasOwn(definition, at)) {
        written(name, setting, [kind, name, at]);
      } else if (port.optional === false && setting !== 'description') {
        // a spec says by saying nothing that an input is needed
        written(name, setting, [kind, name]);
      }
    }
  }
  return Object.keys(parameters).length || Object.keys(artifacts).length
    ? {
        ...(Object.keys(parameters).length && { parameters }),
        ...(Object.keys(artifacts).length && { artifacts })
      }
    : undefined;
}
