import { ARTIFACT_TYPES, PARAMETER_TYPES, type ParameterType, type PortType } from '../../pipeline';
import { parameterKind } from '../port-types';
import type {
  ArtifactDefinition,
  ArtifactTypeSchema,
  OutputArtifactDefinition,
  ParameterDefinition
} from '../spec';

const BY_KIND = new Map<string, ParameterType>(PARAMETER_TYPES.map(type => [parameterKind(type), type]));
/** `PrimitiveType` of schema 2.0.0. */
const BY_PRIMITIVE: Readonly<Record<string, ParameterType>> = {
  INT: 'integer',
  DOUBLE: 'number',
  STRING: 'string'
};
/** What a pipeline file takes as a type of one's own (`PortTypeSchema`). */
const TITLE = /^[A-Za-z][A-Za-z0-9_]*\.[A-Za-z0-9_.]*$/;

/** The type of a parameter as it is drawn; text when the spec does not say. */
export function parameterType({
  parameterType: kind,
  type
}: Pick<ParameterDefinition, 'parameterType' | 'type'>): ParameterType {
  return BY_KIND.get(kind ?? '') ?? BY_PRIMITIVE[type ?? ''] ?? 'string';
}

/** The type of an artifact as it is drawn; a plain artifact when it has no title that can be drawn. */
export function artifactType({
  artifactType: schema,
  isArtifactList
}: ArtifactDefinition | OutputArtifactDefinition): PortType {
  const one = artifactTitle(schema);
  return isArtifactList ? `${one}[]` : one;
}

/** The type that a schema names by its title, or by a URI or YAML that says `title`. */
export function artifactTitle({ schemaTitle = '', instanceSchema = '' }: ArtifactTypeSchema = {}): PortType {
  const title =
    schemaTitle || (/^title: *(\S+)$/m.exec(instanceSchema)?.[1] ?? '').replace(/^kfp\./, 'system.');
  const short = title.replace(/^system\./, '');
  if ((ARTIFACT_TYPES as readonly string[]).includes(short)) {
    return short;
  }
  return TITLE.test(title) ? title : 'Artifact';
}
