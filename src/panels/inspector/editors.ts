import type { FunctionComponent } from 'react';
import { ArgumentsEditor } from './ArgumentsEditor';
import { ArtifactTypeEditor } from './ArtifactTypeEditor';
import { CellInputsEditor } from './CellInputsEditor';
import { CellsEditor } from './CellsEditor';
import type { EditorName } from './field';
import type { FieldEditorProps } from './FieldRow';
import { InputsEditor } from './InputsEditor';
import { OrderEditor } from './OrderEditor';
import { OutputsEditor } from './OutputsEditor';
import { ParametersEditor } from './ParametersEditor';
import { PoolEditor } from './PoolEditor';
import { LongTextEditor, NumberEditor, TextEditor } from './TextEditor';
import { SwitchEditor } from './SwitchEditor';
import { TargetEditor } from './TargetEditor';
import { TextsEditor, ValuesEditor } from './TableEditor';
import { UriEditor } from './UriEditor';

/** The component of each editor, and how a row draws it. */
export interface EditorEntry {
  component: FunctionComponent<FieldEditorProps>;
  /** Made of several controls: the row is a group, and the parts show their own problems. */
  composite?: boolean;
  /** Draws its own label. */
  labelled?: boolean;
  /** Settings inside each of its rows that it edits, or that its actions write. */
  parts?: readonly string[];
}

export const EDITORS: Record<EditorName, EditorEntry> = {
  text: { component: TextEditor },
  longText: { component: LongTextEditor },
  number: { component: NumberEditor },
  switch: { component: SwitchEditor, labelled: true },
  pool: { component: PoolEditor },
  artifactType: { component: ArtifactTypeEditor },
  target: { component: TargetEditor },
  uri: { component: UriEditor, composite: true },
  arguments: { component: ArgumentsEditor, composite: true },
  texts: { component: TextsEditor, composite: true },
  values: { component: ValuesEditor, composite: true },
  order: { component: OrderEditor, composite: true },
  cells: { component: CellsEditor, composite: true, parts: ['id', 'hash'] },
  cellInputs: {
    component: CellInputsEditor,
    composite: true,
    parts: ['type', 'from', 'removed', 'pinned']
  },
  inputs: {
    component: InputsEditor,
    composite: true,
    parts: ['type', 'from', 'optional', 'description']
  },
  outputs: { component: OutputsEditor, composite: true, parts: ['type', 'description'] },
  parameters: {
    component: ParametersEditor,
    composite: true,
    parts: ['type', 'default', 'description']
  }
};
