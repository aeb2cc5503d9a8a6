import type { ParameterType, PortType } from '../pipeline';
import type { ArtifactTypeSchema, ParameterKind } from './spec';

const KIND: Record<ParameterType, ParameterKind> = {
  string: 'STRING',
  integer: 'NUMBER_INTEGER',
  number: 'NUMBER_DOUBLE',
  boolean: 'BOOLEAN',
  list: 'LIST',
  object: 'STRUCT',
  taskStatus: 'TASK_FINAL_STATUS',
  taskConfig: 'TASK_CONFIG'
};

/** `ParameterType` of the spec for a type of ours. */
export const parameterKind = (type: ParameterType) => KIND[type];

const LIST = /\[\]$/;

/** True for many artifacts at once, such as `Model[]`. */
export const isArtifactList = (type: PortType) => LIST.test(type);
/** The type of one of many artifacts. */
export const itemType = (type: PortType): PortType => type.replace(LIST, '');
/** The type of many artifacts of a type. */
export const listType = (type: PortType): PortType => (isArtifactList(type) ? type : `${type}[]`);

/** The schema of an artifact: `system.<type>`, or a title of one's own (`acme.Report`) as it stands. */
export function artifactSchema(type: PortType): ArtifactTypeSchema {
  const one = itemType(type);
  return { schemaTitle: one.includes('.') ? one : `system.${one}`, schemaVersion: '0.0.1' };
}
