import React from 'react';
import type { Problem } from '../../../checks';
import { type Codec, jsonCodec, numberCodec, requiredTextCodec, textCodec } from '../drafts';
import { DraftInput } from '../DraftInput';
import type { Path } from '../field';
import type { Form } from '../form';
import { ItemList } from '../ItemList';
import { Select } from '../Select';
import { BoundEditor } from './BoundEditor';
import { ListEditor } from './ListEditor';
import { RecordEditor } from './RecordEditor';
import type { Shape } from './shape';
import { TableRows } from './TableRows';

export interface ShapeEditorProps<S extends Shape = Shape> {
  form: Form;
  shape: S;
  value: unknown;
  path: Path;
  problems: readonly Problem[];
  /** What is edited, in words that tell it from its namesakes. */
  name: string;
  example?: string;
  /** The schema asks for it: an empty text is kept. */
  required?: boolean;
  onChange: (value: unknown) => void;
}

/** A list that is gone when its last item is. */
const orNone = (items: unknown[]): unknown[] | undefined => (items.length > 0 ? items : undefined);

/** Edits a value by its shape. */
export function ShapeEditor(props: ShapeEditorProps): React.ReactElement {
  const { form, shape, value, name, required, onChange } = props;
  const { trans, view } = form;
  switch (shape.form) {
    case 'text':
      return <Typed {...props} codec={(required ? requiredTextCodec : textCodec) as Codec<unknown>} />;
    case 'number':
      return <Typed {...props} codec={numberCodec(shape) as Codec<unknown>} />;
    case 'json':
      return <Typed {...props} codec={jsonCodec} lines />;
    case 'choice':
      return (
        <Select
          label={name}
          disabled={view.readOnly}
          value={typeof value === 'string' ? value : ''}
          groups={[
            {
              options: [
                ...(required ? [] : [{ value: '', label: trans.__('Not set') }]),
                ...shape.of.map(one => ({ value: one, label: one }))
              ]
            }
          ]}
          onChange={chosen => onChange(chosen === '' ? undefined : chosen)}
        />
      );
    case 'switch':
      return (
        <label className="jp-WeftField-switch">
          <input
            type="checkbox"
            checked={value === true}
            disabled={view.readOnly}
            onChange={({ target }) => onChange(target.checked || (required ? false : undefined))}
          />
          {name}
        </label>
      );
    case 'texts':
      return (
        <ItemList
          form={form}
          items={Array.isArray(value) ? (value as unknown[]) : []}
          name={name}
          codec={requiredTextCodec as Codec<unknown>}
          onSave={items => onChange(required ? items : orNone(items))}
        />
      );
    case 'table':
      return <TableRows {...props} />;
    case 'record':
      return <RecordEditor {...props} shape={shape} />;
    case 'list':
      return <ListEditor {...props} shape={shape} />;
    case 'bound':
      return <BoundEditor {...props} shape={shape} />;
  }
}

function Typed(props: ShapeEditorProps & { codec: Codec<unknown>; lines?: boolean }): React.ReactElement {
  const { form, value, name, example, required, codec, lines, onChange } = props;
  return (
    <DraftInput
      value={value}
      codec={codec}
      onSave={saved => onChange(saved ?? (required ? '' : undefined))}
      label={name}
      placeholder={example}
      readOnly={form.view.readOnly}
      trans={form.trans}
      lines={lines}
      mono
    />
  );
}
