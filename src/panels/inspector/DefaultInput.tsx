import React from 'react';
import type { PortType } from '../../pipeline';
import { isTyped } from './bindings';
import { valueCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';

/** The value that holds when none is given; artifacts have none. */
export function DefaultInput(props: {
  form: Form;
  name: string;
  type: PortType;
  value: unknown;
  onSave: (value: unknown) => void;
}): React.ReactElement | null {
  const { form, name, type, value, onSave } = props;
  const { trans, view } = form;
  return isTyped(type) || value !== undefined ? (
    <DraftInput
      value={value}
      codec={valueCodec(type)}
      onSave={onSave}
      label={trans.__('Default of %1', name)}
      placeholder={trans.__('Default')}
      readOnly={view.readOnly}
      trans={trans}
      mono
    />
  ) : null;
}
