import React from 'react';
import type { FieldEditorProps } from './FieldRow';
import { MIXED } from './form';

/** On or off; the value that holds anyway is not written. */
export function SwitchEditor(props: FieldEditorProps): React.ReactElement {
  const { field, form, id, describedBy, invalid, disabled } = props;
  const value = form.get(field.path);
  return (
    <label className="jp-WeftField-switch" htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        ref={box => {
          if (box) {
            box.indeterminate = value === MIXED;
          }
        }}
        checked={(typeof value === 'boolean' ? value : field.default) ?? false}
        disabled={disabled}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onChange={event => {
          const { checked } = event.target;
          form.set(field.path, checked === field.default ? undefined : checked);
        }}
      />
      {field.label(form.trans)}
    </label>
  );
}
