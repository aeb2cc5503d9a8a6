import { type ParameterType, type PortType } from '../pipeline';
import type { ArtifactTypeSchema, ParameterDefinition } from './spec';

const KIND: Record<ParameterType, ParameterDefinition['parameterType']> = {
  string: 'STRING',
  integer: 'NUMBER_INTEGER',
  number: 'NUMBER_DOUBLE',
  boolean: 'BOOLEAN',
  list: 'LIST',
  object: 'STRUCT'
};

/** `ParameterType` of the spec for a type of ours. */
export const parameterKind = (type: ParameterType) => KIND[type];

/** The schema of an artifact: `system.<type>`, or a title of one's own (`acme.Report`) as it stands. */
export const artifactSchema = (type: PortType): ArtifactTypeSchema => ({
  schemaTitle: type.includes('.') ? type : `system.${type}`,
  schemaVersion: '0.0.1'
});
