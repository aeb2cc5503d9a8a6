import { type Static } from 'typebox';
import { flag, list, map, message, struct, text, value } from './protobuf';
import { ArtifactTypeSchema, ParameterKind, PrimitiveKind } from './types';
import { RuntimeValue } from './values';

/** `ComponentInputsSpec.ParameterSpec`. */
export const ParameterDefinition = message({
  type: PrimitiveKind,
  parameterType: ParameterKind,
  defaultValue: value,
  isOptional: flag,
  description: text,
  literals: list(value)
});
export type ParameterDefinition = Static<typeof ParameterDefinition>;

/** `ComponentInputsSpec.ArtifactSpec`. */
export const ArtifactDefinition = message({
  artifactType: ArtifactTypeSchema,
  isArtifactList: flag,
  isOptional: flag,
  description: text
});
export type ArtifactDefinition = Static<typeof ArtifactDefinition>;

/** `ComponentInputsSpec`. */
export const Definitions = message({
  artifacts: map(ArtifactDefinition),
  parameters: map(ParameterDefinition)
});
export type Definitions = Static<typeof Definitions>;

/** `ComponentOutputsSpec.ParameterSpec`. */
export const OutputParameterDefinition = message({
  type: PrimitiveKind,
  parameterType: ParameterKind,
  description: text
});
export type OutputParameterDefinition = Static<typeof OutputParameterDefinition>;

/** `ComponentOutputsSpec.ArtifactSpec`. */
export const OutputArtifactDefinition = message({
  artifactType: ArtifactTypeSchema,
  properties: map(RuntimeValue),
  customProperties: map(RuntimeValue),
  metadata: struct,
  isArtifactList: flag,
  description: text
});
export type OutputArtifactDefinition = Static<typeof OutputArtifactDefinition>;

/** `ComponentOutputsSpec`. */
export const OutputDefinitions = message({
  artifacts: map(OutputArtifactDefinition),
  parameters: map(OutputParameterDefinition)
});
export type OutputDefinitions = Static<typeof OutputDefinitions>;
