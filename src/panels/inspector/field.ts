import type { TSchema } from 'typebox';
import type { Translation } from '../../actions';
import type { FlowNode } from '../../flow';
import type { Form } from './form';

/** Keys from a node (or the pipeline) down to one setting. */
export type Path = readonly string[];
export type Label = (trans: Translation) => string;

/** Names of the components that edit a setting; `editors.ts` says which component each is. */
export type EditorName =
  | 'text'
  | 'longText'
  | 'number'
  | 'switch'
  | 'pool'
  | 'artifactType'
  | 'uri'
  | 'arguments'
  | 'texts'
  | 'values'
  | 'order'
  | 'cells'
  | 'cellInputs'
  | 'inputs'
  | 'outputs'
  | 'packages'
  | 'parameters'
  | 'target'
  | 'amount'
  | 'items'
  | 'condition'
  | 'branches'
  | 'groupOutputs'
  | 'file'
  | 'json'
  | 'kept'
  | 'source'
  | 'schema';

/** One setting and how it is edited. */
export interface Field {
  path: Path;
  label: Label;
  editor: EditorName;
  /** One short sentence under the field. */
  hint?: Label;
  /** An example value. */
  example?: string;
  /** An empty text is kept rather than removing the setting. */
  required?: boolean;
  /** What holds when the setting is absent, where that depends on the node; shown instead of `example`. */
  derived?: (node: FlowNode) => string;
  /** The section's title says enough: the label is for screen readers only. */
  bare?: boolean;
  /** Two such fields in a row share a line. */
  half?: boolean;
  /** Code, paths and quantities: a fixed-width font. */
  mono?: boolean;
  /** Numbers only. */
  min?: number;
  whole?: boolean;
  /** Switches only: what holds when the setting is absent. */
  default?: boolean;
  /** Disabled until this setting is there. */
  needs?: Path;
  /** Shown only then. */
  when?: (form: Form) => boolean;
  /** `schema` only: what the value may be. */
  schema?: TSchema;
  /** When emptied, this is removed, since it means nothing without. */
  clears?: Path;
}

/** Fields under one heading. */
export interface Section {
  id: string;
  title: Label;
  fields: Field[];
  /** Shown only then. */
  when?: (form: Form) => boolean;
  /** Shut until opened. */
  advanced?: boolean;
  /** Can be set for several steps at once. */
  common?: boolean;
}

/** A path as problems name it, such as `resources.memory`. */
export const dotted = (path: Path): string => path.join('.');
