import React, { useState } from 'react';
import type { Translation } from '../../actions';
import { ARTIFACT_TYPES, PARAMETER_TYPES, type PortType, VALUE_TYPES } from '../../pipeline';
import type { Codec } from './drafts';
import { DraftInput } from './DraftInput';
import { Select, type SelectProps } from './Select';

/** `given`: values that Kubeflow fills in when a pipeline runs. */
export type TypeFamily = 'values' | 'artifacts' | 'lists' | 'given';

export interface TypeSelectProps extends Pick<
  SelectProps,
  'id' | 'label' | 'describedBy' | 'invalid' | 'disabled'
> {
  value: PortType | undefined;
  onChange: (type: PortType | undefined) => void;
  trans: Translation;
  /** Which families are offered; values, artifacts and lists of artifacts unless told. */
  families?: readonly TypeFamily[];
  /** What holds when none is chosen; offered as the first choice. */
  automatic?: PortType;
}

const OTHER = 'other…';
const LISTS = ARTIFACT_TYPES.map(type => `${type}[]`);
const GIVEN = PARAMETER_TYPES.filter(type => !(VALUE_TYPES as readonly string[]).includes(type));
const known: readonly string[] = [...PARAMETER_TYPES, ...ARTIFACT_TYPES, ...LISTS];

/** A type title of one's own, such as `acme.Report`. */
const ownType: Codec<string> = {
  format: value => value ?? '',
  parse: (text, trans) =>
    /^[A-Za-z][A-Za-z0-9_.]*(\[\])?$/.test(text.trim())
      ? { ok: true, value: text.trim() }
      : { ok: false, message: trans.__('Write a type such as acme.Report.') }
};

/** The type of a port: of a value, of an artifact, or one of one's own. */
export function TypeSelect(props: TypeSelectProps): React.ReactElement {
  const { value, onChange, trans, families = ['values', 'artifacts', 'lists'], automatic, ...rest } = props;
  const [typing, setTyping] = useState(false);
  const own = value !== undefined && !known.includes(value);
  const list = (types: readonly string[]) => types.map(type => ({ value: type, label: type }));
  const groups = [
    ...(automatic === undefined
      ? []
      : [{ options: [{ value: '', label: trans.__('%1 (found)', automatic) }] }]),
    ...(families.includes('values') ? [{ label: trans.__('Values'), options: list(VALUE_TYPES) }] : []),
    ...(families.includes('artifacts')
      ? [
          {
            label: trans.__('Artifacts'),
            options: [
              ...list(ARTIFACT_TYPES),
              ...(own ? list([value]) : []),
              { value: OTHER, label: trans.__('Other type…') }
            ]
          }
        ]
      : []),
    ...(families.includes('lists') ? [{ label: trans.__('Lists of artifacts'), options: list(LISTS) }] : []),
    ...(families.includes('given')
      ? [{ label: trans.__('Filled in by Kubeflow'), options: list(GIVEN) }]
      : [])
  ];
  return (
    <>
      <Select
        {...rest}
        value={typing ? OTHER : (value ?? '')}
        groups={groups}
        onChange={chosen => {
          setTyping(chosen === OTHER);
          if (chosen !== OTHER) {
            onChange(chosen === '' ? undefined : chosen);
          }
        }}
      />
      {typing && (
        <DraftInput
          value={own ? value : undefined}
          codec={ownType}
          label={trans.__('Name of the type')}
          placeholder={trans.__('acme.Report')}
          mono
          trans={trans}
          onSave={type => {
            setTyping(false);
            onChange(type);
          }}
        />
      )}
    </>
  );
}
