import React from 'react';
import type { Form } from './form';

/** On or off, beside other parts of a row; off is not written. */
export function Flag(props: {
  form: Form;
  /** What is seen. */
  label: string;
  /** What tells it from its namesakes. */
  name: string;
  value: boolean | undefined;
  onChange: (value: true | undefined) => void;
}): React.ReactElement {
  return (
    <label className="jp-WeftField-switch">
      <input
        type="checkbox"
        aria-label={props.name}
        checked={props.value ?? false}
        disabled={props.form.view.readOnly}
        onChange={event => props.onChange(event.target.checked || undefined)}
      />
      {props.label}
    </label>
  );
}
