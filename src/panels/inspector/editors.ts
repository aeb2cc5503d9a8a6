import type { FunctionComponent } from 'react';
import { ArgumentsEditor } from './ArgumentsEditor';
import { ArtifactTypeEditor } from './ArtifactTypeEditor';
import { BranchesEditor } from './BranchesEditor';
import { CellInputsEditor } from './CellInputsEditor';
import { CellsEditor } from './CellsEditor';
import { ConditionEditor } from './ConditionEditor';
import type { EditorName } from './field';
import { FileEditor } from './FileEditor';
import type { FieldEditorProps } from './FieldRow';
import { GroupOutputsEditor } from './GroupOutputsEditor';
import { InputsEditor } from './InputsEditor';
import { ItemsEditor } from './ItemsEditor';
import { KeptEditor } from './KeptEditor';
import { OrderEditor } from './OrderEditor';
import { OutputsEditor } from './OutputsEditor';
import { PackagesEditor } from './PackagesEditor';
import { ParametersEditor } from './ParametersEditor';
import { PoolEditor } from './PoolEditor';
import { SchemaEditor } from './schema/SchemaEditor';
import { SwitchEditor } from './SwitchEditor';
import { TargetEditor } from './TargetEditor';
import { TextsEditor, ValuesEditor } from './TableEditor';
import { AmountEditor, LongTextEditor, NumberEditor, TextEditor } from './TextEditor';
import { JsonView, SourceView } from './TextViews';
import { UriEditor } from './UriEditor';

/** The component of each editor, and how a row draws it. */
export interface EditorEntry {
  component: FunctionComponent<FieldEditorProps>;
  /** Made of several controls: the row is a group, and the parts show their own problems. */
  composite?: boolean;
  /** Draws its own label. */
  labelled?: boolean;
  /** Settings inside each of its rows that it edits, or that its actions write; `all` for a schema's own. */
  parts?: readonly string[] | 'all';
  /** It shows and changes settings of other nodes: its path is a name, no setting. */
  elsewhere?: boolean;
}

export const EDITORS: Record<EditorName, EditorEntry> = {
  text: { component: TextEditor },
  longText: { component: LongTextEditor },
  number: { component: NumberEditor },
  switch: { component: SwitchEditor, labelled: true },
  pool: { component: PoolEditor },
  artifactType: { component: ArtifactTypeEditor },
  target: { component: TargetEditor, elsewhere: true },
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
    parts: ['type', 'from', 'default', 'optional', 'undeclared', 'description']
  },
  outputs: { component: OutputsEditor, composite: true, parts: ['type', 'description', 'file'] },
  packages: { component: PackagesEditor, composite: true },
  parameters: {
    component: ParametersEditor,
    composite: true,
    parts: ['type', 'optional', 'default', 'description']
  },
  amount: { component: AmountEditor },
  items: { component: ItemsEditor, composite: true },
  condition: { component: ConditionEditor, composite: true },
  branches: { component: BranchesEditor, composite: true, elsewhere: true },
  groupOutputs: { component: GroupOutputsEditor, composite: true, parts: ['type', 'from', 'description'] },
  file: { component: FileEditor },
  json: { component: JsonView, composite: true, parts: 'all' },
  kept: { component: KeptEditor, composite: true, parts: ['at', 'is', 'was'] },
  source: { component: SourceView, composite: true, elsewhere: true },
  schema: { component: SchemaEditor, composite: true, parts: 'all' }
};
