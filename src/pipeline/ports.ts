import { type Static, Type } from 'typebox';

/** Types of values that a user can write, as JSON names them. */
export const VALUE_TYPES = ['string', 'integer', 'number', 'boolean', 'list', 'object'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/**
 * Types of values that travel inside a spec: those of JSON, and two that the backend fills in: how a task ended
 * (`TASK_FINAL_STATUS`) and the settings of a pod (`TASK_CONFIG`).
 */
export const PARAMETER_TYPES = [...VALUE_TYPES, 'taskStatus', 'taskConfig'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** Types of values that travel as files; Kubeflow calls them `system.<name>`. */
export const ARTIFACT_TYPES = [
  'Artifact',
  'Dataset',
  'Model',
  'Metrics',
  'ClassificationMetrics',
  'SlicedClassificationMetrics',
  'HTML',
  'Markdown'
] as const;
export type ArtifactType = (typeof ARTIFACT_TYPES)[number];

/**
 * The type of a port: a parameter type, an artifact type, or a title of one's own such as `acme.Report`. Many
 * artifacts at once are a type with brackets: `Model[]`.
 */
export type PortType = ParameterType | ArtifactType | (string & {});

/** True when values of this type travel inside the spec rather than as files. */
export function isParameterType(type: PortType): type is ParameterType {
  return (PARAMETER_TYPES as readonly string[]).includes(type);
}

/**
 * What feeds an input.
 * - `node` + `output`: an output of another node. When that node is in a loop and the reader is not, the outputs of
 *   all iterations as a list.
 * - `node` + `input`: an input of a group around the reader, such as a parameter of the sub-pipeline it is in.
 * - `item`: the item of a loop around the reader; with `field`, one field of it.
 * - `status`: how a node or group ended, for inputs of the type `taskStatus`.
 * - `parameter`: a parameter of the pipeline.
 * - `value`: a constant.
 */
export const Binding = Type.Union([
  Type.Object({ node: Type.String(), output: Type.String() }),
  Type.Object({ node: Type.String(), input: Type.String() }),
  Type.Object({ item: Type.String(), field: Type.Optional(Type.String()) }),
  Type.Object({ status: Type.String() }),
  Type.Object({ parameter: Type.String() }),
  Type.Object({ value: Type.Unknown() })
]);
export type Binding = Static<typeof Binding>;

const FORMS = [['node', 'output'], ['node', 'input'], ['item'], ['item', 'field'], ['status'], ['parameter']];

/**
 * Tells a binding from a plain setting that may stand in its place, such as labels or a toleration: it has the keys
 * of one form and no others.
 */
export function isBinding(value: unknown): value is Binding {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0][0] === 'value') {
    return true;
  }
  const isForm = (form: string[]) =>
    form.length === entries.length && entries.every(([k]) => form.includes(k));
  return FORMS.some(isForm) && entries.every(([, member]) => typeof member === 'string');
}

/** Every port type that a file may name. */
export const PortTypeSchema = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_.]*(\\[\\])?$' });

/** A declared input. */
export const InputPort = Type.Object({
  type: PortTypeSchema,
  from: Type.Optional(Binding),
  default: Type.Optional(Type.Unknown()),
  optional: Type.Optional(Type.Boolean()),
  /** Read by a placeholder in a text, an image or an amount, and not declared by the component. */
  undeclared: Type.Optional(Type.Boolean()),
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
 * An output of cells: the value of the name that is its key at the end of the step, or a file. The key `_` stands for
 * the value of the expression that the last cell ends with, as in IPython.
 */
export const CellOutput = Type.Object({
  type: PortTypeSchema,
  description: Type.Optional(Type.String()),
  file: Type.Optional(
    Type.String({ description: 'path of a file or folder that the cells write, which is the output instead' })
  )
});
export type CellOutput = Static<typeof CellOutput>;

/**
 * An output of a group or of the whole pipeline, and the output inside that gives it. Several sources, each in a
 * branch of its own, are one-of: that of the branch which ran.
 */
export const GroupOutput = Type.Object({
  type: PortTypeSchema,
  from: Type.Union([Binding, Type.Array(Binding)]),
  description: Type.Optional(Type.String())
});
export type GroupOutput = Static<typeof GroupOutput>;

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
