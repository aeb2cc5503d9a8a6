import React from 'react';
import type { PortType } from '../../pipeline';
import { valueCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';
import { ItemList } from './ItemList';

/** What a new constant starts as. */
export const FIRST: Readonly<Record<string, unknown>> = {
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  list: [],
  object: {}
};

/** Lists longer than this are edited as one text. */
const MANY = 40;

/** A constant of a type: one text, or for a list one line for each item. */
export function ConstantInput(props: {
  form: Form;
  type: PortType | undefined;
  value: unknown;
  name: string;
  onSave: (value: unknown) => void;
}): React.ReactElement {
  const { form, type, value, name, onSave } = props;
  if (type === 'list' && Array.isArray(value) && value.length <= MANY) {
    return <ItemList form={form} items={value as unknown[]} name={name} onSave={onSave} />;
  }
  return (
    <DraftInput
      value={value}
      codec={valueCodec(type ?? 'Artifact')}
      onSave={onSave}
      label={form.trans.__('Constant for %1', name)}
      readOnly={form.view.readOnly}
      trans={form.trans}
      mono
    />
  );
}
