import React from 'react';
import type { FieldEditorProps } from './FieldRow';
import { TypeSelect } from './TypeSelect';

export function ArtifactTypeEditor(props: FieldEditorProps): React.ReactElement {
  const { field, form, ...rest } = props;
  const value = form.get(field.path);
  return (
    <TypeSelect
      id={rest.id}
      describedBy={rest.describedBy}
      invalid={rest.invalid}
      disabled={rest.disabled}
      families={['artifacts']}
      value={typeof value === 'string' ? value : undefined}
      onChange={type => form.set(field.path, type)}
      trans={form.trans}
    />
  );
}
