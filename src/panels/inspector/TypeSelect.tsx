import React, { useState } from 'react';
import type { Translation } from '../../actions';
import { ARTIFACT_TYPES, PARAMETER_TYPES, type PortType } from '../../pipeline';
import type { Codec } from './drafts';
import { DraftInput } from './DraftInput';
import { Select, type SelectProps } from './Select';

export interface TypeSelectProps extends Pick<
  SelectProps,
  'id' | 'label' | 'describedBy' | 'invalid' | 'disabled'
> {
  value: PortType | undefined;
  onChange: (type: PortType | undefined) => void;
  trans: Translation;
  /** Which families are offered; both unless told. */
  families?: readonly ('values' | 'artifacts')[];
  /** What holds when none is chosen; offered as the first choice. */
  automatic?: PortType;
}

const OTHER = 'other…';
const known: readonly string[] = [...PARAMETER_TYPES, ...ARTIFACT_TYPES];

/** A type title of one's own, such as `acme.Report`. */
const ownType: Codec<string> = {
  format: value => value ?? '',
  parse: (text, trans) =>
    /^[A-Za-z][A-Za-z0-9_.]*$/.test(text.trim())
      ? { ok: true, value: text.trim() }
      : { ok: false, message: trans.__('Write a type such as acme.Report.') }
};

/** The type of a port: of a value, of an artifact, or one of one's own. */
export function TypeSelect(props: TypeSelectProps): React.ReactElement {
  const { value, onChange, trans, families = ['values', 'artifacts'], automatic, ...rest } = props;
  const [typing, setTyping] = useState(false);
  const own = value !== undefined && !known.includes(value);
  const list = (types: readonly string[]) => types.map(type => ({ value: type, label: type }));
  const groups = [
    ...(automatic === undefined
      ? []
      : [{ options: [{ value: '', label: trans.__('%1 (found)', automatic) }] }]),
    ...(families.includes('values') ? [{ label: trans.__('Values'), options: list(PARAMETER_TYPES) }] : []),
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
