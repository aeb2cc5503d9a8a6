import { type Static, Type } from 'typebox';

/** Types of values that travel inside a spec, as JSON names them. */
export const PARAMETER_TYPES = ['string', 'integer', 'number', 'boolean', 'list', 'object'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** Types of values that travel as files; Kubeflow calls them `system.<name>`. */
export const ARTIFACT_TYPES = [
  'Artifact',
  'Dataset',
  'Model',
  'Metrics',
  'ClassificationMetrics',
  'HTML',
  'Markdown'
] as const;
export type ArtifactType = (typeof ARTIFACT_TYPES)[number];

/** The type of a port: a parameter type, an artifact type, or a title of one's own such as `acme.Report`. */
export type PortType = ParameterType | ArtifactType | (string & {});

/** True when values of this type travel inside the spec rather than as files. */
export function isParameterType(type: PortType): type is ParameterType {
  return (PARAMETER_TYPES as readonly string[]).includes(type);
}

/** What feeds an input: another node's output, a pipeline parameter, or a constant. */
export const Binding = Type.Union([
  Type.Object({ node: Type.String(), output: Type.String() }),
  Type.Object({ parameter: Type.String() }),
  Type.Object({ value: Type.Unknown() })
]);
export type Binding = Static<typeof Binding>;

const PortTypeSchema = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.]*$' });

/** A declared input of a container. */
export const InputPort = Type.Object({
  type: PortTypeSchema,
  from: Type.Optional(Binding),
  optional: Type.Optional(Type.Boolean()),
  description: Type.Optional(Type.String())
});
export type InputPort = Static<typeof InputPort>;

/** A declared output. */
export const OutputPort = Type.Object({
  type: PortTypeSchema,
  description: Type.Optional(Type.String())
});
export type OutputPort = Static<typeof OutputPort>;

/**
 * What a user decided about one name that a `cells` node needs. Without an entry the binding is derived
 * from the code. `removed` means: do not feed this name; `pinned` keeps `from` though the code says otherwise.
 */
export const CellInput = Type.Object({
  type: Type.Optional(PortTypeSchema),
  from: Type.Optional(Binding),
  removed: Type.Optional(Type.Boolean()),
  pinned: Type.Optional(Type.Boolean())
});
export type CellInput = Static<typeof CellInput>;
