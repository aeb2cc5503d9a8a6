import React from 'react';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** Options under a heading, or without one. */
export interface OptionGroup {
  label?: string;
  options: Option[];
}

export interface SelectProps {
  value: string;
  groups: readonly OptionGroup[];
  onChange: (value: string) => void;
  id?: string;
  /** Its name for screen readers, where no visible label is tied to `id`. */
  label?: string;
  describedBy?: string;
  invalid?: boolean;
  disabled?: boolean;
}

/** One of a few values, chosen from the browser's own list. */
export function Select(props: SelectProps): React.ReactElement {
  return (
    <span className="jp-WeftSelect">
      <select
        id={props.id}
        className="jp-WeftInput"
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid}
        disabled={props.disabled}
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      >
        {props.groups.map((group, index) =>
          group.label === undefined ? (
            <Options key={index} options={group.options} />
          ) : (
            <optgroup key={index} label={group.label}>
              <Options options={group.options} />
            </optgroup>
          )
        )}
      </select>
    </span>
  );
}

function Options({ options }: { options: readonly Option[] }): React.ReactElement {
  return (
    <>
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </>
  );
}
