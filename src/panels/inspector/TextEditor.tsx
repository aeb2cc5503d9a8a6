import React from 'react';
import { amountCodec, type Codec, numberCodec, requiredTextCodec, textCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { FieldEditorProps } from './FieldRow';
import { MIXED } from './form';

/** A setting written as one line of text through a codec. */
function CodecEditor<T>(props: FieldEditorProps & { codec: Codec<T>; lines?: boolean }): React.ReactElement {
  const { field, form, codec, id, describedBy, invalid, disabled, lines } = props;
  const value = form.get(field.path);
  const entry = form.nodes.length === 1 ? form.view.flow.nodes.get(form.nodes[0]) : undefined;
  const derived = entry && field.derived?.(entry);
  return (
    <DraftInput<T>
      id={id}
      codec={codec}
      lines={lines}
      value={value === MIXED ? undefined : (value as T | undefined)}
      onSave={value => form.set(value === undefined && field.clears ? field.clears : field.path, value)}
      trans={form.trans}
      placeholder={value === MIXED ? form.trans.__('differs') : (derived ?? field.example)}
      describedBy={describedBy}
      invalid={invalid}
      disabled={disabled && !form.view.readOnly}
      readOnly={form.view.readOnly}
      mono={field.mono}
    />
  );
}

export function TextEditor(props: FieldEditorProps): React.ReactElement {
  return <CodecEditor {...props} codec={props.field.required ? requiredTextCodec : textCodec} />;
}

export function LongTextEditor(props: FieldEditorProps): React.ReactElement {
  return <CodecEditor {...props} lines codec={props.field.required ? requiredTextCodec : textCodec} />;
}

export function NumberEditor(props: FieldEditorProps): React.ReactElement {
  const { whole, min } = props.field;
  return <CodecEditor {...props} codec={numberCodec({ whole, min })} />;
}

export function AmountEditor(props: FieldEditorProps): React.ReactElement {
  return <CodecEditor {...props} codec={amountCodec} />;
}
