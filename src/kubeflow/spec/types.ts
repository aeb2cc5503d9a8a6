import { type Static } from 'typebox';
import { enumeration, message, text } from './protobuf';

/** `ParameterType.ParameterTypeEnum`. */
const PARAMETER_KIND_NUMBERS = {
  PARAMETER_TYPE_ENUM_UNSPECIFIED: 0,
  NUMBER_DOUBLE: 1,
  NUMBER_INTEGER: 2,
  STRING: 3,
  BOOLEAN: 4,
  LIST: 5,
  STRUCT: 6,
  TASK_FINAL_STATUS: 7,
  TASK_CONFIG: 8
};
export const ParameterKind = enumeration(PARAMETER_KIND_NUMBERS);
export type ParameterKind = Static<typeof ParameterKind>;

/** `PrimitiveType.PrimitiveTypeEnum`, deprecated: what schema 2.0.0 writes. */
export const PrimitiveKind = enumeration({ PRIMITIVE_TYPE_UNSPECIFIED: 0, INT: 1, DOUBLE: 2, STRING: 3 });
export type PrimitiveKind = Static<typeof PrimitiveKind>;

export const ArtifactTypeSchema = message(
  { schemaTitle: text, schemaUri: text, instanceSchema: text, schemaVersion: text },
  { oneofs: [['schemaTitle', 'schemaUri', 'instanceSchema']] }
);
export type ArtifactTypeSchema = Static<typeof ArtifactTypeSchema>;
