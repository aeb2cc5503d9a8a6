import React from 'react';
import { isParameterType } from '../../pipeline';
import { Glyph } from '../Glyph';
import { argumentAs, argumentForms, type Placeholder } from './arguments';
import { requiredTextCodec } from './drafts';
import { DraftInput } from './DraftInput';
import type { Form } from './form';
import { portsOf } from './ports-of';
import { Select } from './Select';

/** A placeholder: the port it stands for, and whether its value, path, URI or metadata is put in. */
export function PlaceholderChip(props: {
  element: Placeholder;
  form: Form;
  onChange: (next: Placeholder) => void;
}): React.ReactElement {
  const { element, form, onChange } = props;
  const { trans, view } = form;
  const input = 'input' in element;
  const name = input ? element.input : element.output;
  const type = new Map(portsOf(form, input ? 'inputs' : 'outputs')).get(name);
  const usual = input && type !== undefined && isParameterType(type) ? trans.__('value') : trans.__('path');
  const words: Record<string, string> = {
    value: trans.__('value'),
    path: trans.__('path'),
    uri: trans.__('URI'),
    metadata: trans.__('metadata')
  };
  return (
    <>
      <span className={`jp-WeftChip ${type === undefined ? 'jp-mod-error' : ''}`}>
        <Glyph name={type === undefined ? 'error' : input ? 'input' : 'output'} />
        <span className="jp-WeftChip-name">
          <span className="jp-sr-only">{input ? trans.__('Input') : trans.__('Output')} </span>
          {name}
          {type === undefined && <> {trans.__('(no such port)')}</>}
        </span>
        <Select
          label={trans.__('What is put in for %1', name)}
          disabled={view.readOnly}
          value={element.as ?? ''}
          groups={[
            {
              options: [
                { value: '', label: trans.__('auto (%1)', usual) },
                ...argumentForms(element).map(form => ({ value: form, label: words[form] }))
              ]
            }
          ]}
          onChange={chosen => onChange(argumentAs(element, chosen))}
        />
      </span>
      {element.as === 'metadata' && (
        <DraftInput
          value={element.key}
          codec={requiredTextCodec}
          onSave={key => onChange({ ...element, key: key ?? '' })}
          label={trans.__('Metadata key of %1', name)}
          placeholder={trans.__('Key')}
          readOnly={view.readOnly}
          trans={trans}
          mono
        />
      )}
    </>
  );
}
